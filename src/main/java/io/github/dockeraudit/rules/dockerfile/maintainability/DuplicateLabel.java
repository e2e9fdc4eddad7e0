package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DuplicateLabel implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1318", "duplicate-label")
          .severity(Severity.INFO)
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
          .aliases("tally:labels/no-duplicate-keys")
          .references("https://docs.docker.com/reference/dockerfile/#label")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().flatMap(stage -> check(stage).stream());
  }

  private List<Finding> check(Stage stage) {
    Map<String, Assignment> seen = new HashMap<>();
    List<Finding> found = new ArrayList<>(0);
    stage
        .all(Label.class)
        .flatMap(label -> label.assignments().stream())
        .forEachOrdered(
            label -> {
              Assignment first = seen.put(label.name().text(), label);
              if (first != null) {
                found.add(
                    finding(
                        first.name(),
                        "Line %d sets '%s' again; keep one of them",
                        label.range().from().line(),
                        label.name()));
              }
            });
    return found;
  }
}
