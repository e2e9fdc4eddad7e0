package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SpaceBeforeEquals implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1053", "space-before-equals")
        .summary("The equals sign becomes part of the value")
        .why(
            """
            `ENV NAME = value` is no assignment: Docker takes what stands after the first space for the value, and
            `NAME` becomes `= value`.
            """)
        .bad(
            """
            FROM alpine:3.22
            ENV MODE = production
            """)
        .good(
            """
            FROM alpine:3.22
            ENV MODE=production
            """)
        .fixedSometimes()
        .aliases("sonar:S6574")
        .references("https://docs.docker.com/reference/dockerfile/#env");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.concat(
            file.all(Env.class).map(Env::assignments),
            file.all(Label.class).map(Label::assignments))
        .flatMap(List::stream)
        .filter(Assignment::isLegacy)
        .filter(each -> each.value().filter(value -> value.text().startsWith("=")).isPresent())
        .map(this::judge);
  }

  private Finding judge(Assignment assignment) {
    Word value = assignment.value().orElseThrow();
    Finding finding =
        finding(
            assignment.name(),
            "'%s' gets a value that begins with =; take the space away",
            assignment.name());
    String text = value.range().text().substring(1).strip();
    boolean isOneWord = text.chars().noneMatch(c -> " \t\r\n\"'\\`".indexOf(c) >= 0);
    SourceRange name = assignment.name().range();
    return isOneWord
        ? finding.fixedBy(
            Fix.intended(
                "Take the space away",
                name.source().range(name.end(), value.range().end()).replaceWith("=" + text)))
        : finding.notFixedBecause("the value is more than a word");
  }
}
