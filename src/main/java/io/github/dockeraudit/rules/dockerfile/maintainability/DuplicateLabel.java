package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DuplicateLabel implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1318", "duplicate-label")
        .summary("A stage sets the same label twice")
        .why(
            """
            Only the last value counts. Whoever reads or changes the first is mistaken.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            LABEL version="1.0"
            LABEL version="1.1"
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL version="1.1"
            """)
        .fixedSometimes()
        .aliases("tally:labels/no-duplicate-keys")
        .references("https://docs.docker.com/reference/dockerfile/#label");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().flatMap(stage -> check(stage, file).stream());
  }

  private List<Finding> check(Stage stage, Dockerfile file) {
    Map<String, Setting> seen = new HashMap<>();
    List<Finding> found = new ArrayList<>(0);
    stage
        .all(Label.class)
        .flatMap(label -> label.assignments().stream().map(each -> new Setting(each, label)))
        .forEachOrdered(
            later -> {
              Setting first = seen.put(later.key().text(), later);
              if (first != null) {
                found.add(judge(first, later, file));
              }
            });
    return found;
  }

  /** A label with the instruction that sets it. */
  private record Setting(Assignment assignment, Label label) {

    Word key() {
      return assignment.name();
    }
  }

  private Finding judge(Setting first, Setting later, Dockerfile file) {
    Finding finding =
        finding(
            first.key(),
            "Line %s sets '%s' again; keep one of them",
            later.key().range().from().line(),
            later.key());
    return Removal.of(first.assignment(), first.label().assignments(), first.label(), file)
        .map(edit -> finding.fixedBy(Fix.safe("Leave out what does not count", edit)))
        .orElseGet(() -> finding.notFixedBecause("a comment stands beside it"));
  }
}
