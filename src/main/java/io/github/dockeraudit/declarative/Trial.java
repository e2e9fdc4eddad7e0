package io.github.dockeraudit.declarative;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.Comparator;
import java.util.List;

/** Tries a rule out on its examples: it must report the bad one and be silent on the good one. */
final class Trial {

  private final Rule rule;

  Trial(Rule rule) {
    this.rule = rule;
  }

  void run(YamlNode bad, YamlNode good) {
    List<Finding> findings = findings(rule.info().bad());
    if (findings.isEmpty()) {
      throw Nodes.wrong(
          bad.site(),
          "the rule does not report its bad example",
          "correct the example, or what the rule matches");
    }
    List<Finding> wrong = findings(rule.info().good());
    if (!wrong.isEmpty()) {
      throw Nodes.wrong(
          good.site(),
          "the rule reports line %s of its good example"
              .formatted(wrong.get(0).range().from().line()),
          "correct the example, or what the rule matches");
    }
    boolean isMended = findings.stream().anyMatch(finding -> finding.fix().isPresent());
    if (isMended && !findings(mended(findings)).isEmpty()) {
      throw Nodes.wrong(
          bad.site(),
          "the rule still reports its bad example after the fix",
          "correct what the fix puts there");
    }
  }

  private List<Finding> findings(String example) {
    if (rule instanceof ComposeRule compose) {
      return compose.check(Deployment.load(Source.of("compose.yaml", example))).toList();
    }
    return rule instanceof DockerfileRule dockerfile
        ? dockerfile.check(Dockerfile.parse(Source.of("Dockerfile", example))).toList()
        : List.of();
  }

  private String mended(List<Finding> findings) {
    StringBuilder text = new StringBuilder(rule.info().bad());
    findings.stream()
        .flatMap(finding -> finding.fix().stream())
        .flatMap(fix -> fix.edits().stream())
        .sorted(Comparator.comparing(TextEdit::range).reversed())
        .forEach(
            edit -> text.replace(edit.range().start(), edit.range().end(), edit.replacement()));
    return text.toString();
  }
}
