package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnusedStage implements ProjectRule {

  private static final RuleInfo INFO =
      rule("DA1316", "unused-stage")
          .severity(Severity.INFO)
          .summary("A stage is part of no image")
          .why(
              """
              BuildKit does not even run a stage that nothing needs. It has to be read, updated and scanned all the
              same, and whoever changes it wonders why nothing happens.

              Silent where a stage has a name that may be asked for with `--target`.
              """)
          .bad(
              """
              FROM maven:3.9-eclipse-temurin-21
              RUN mvn -B package

              FROM eclipse-temurin:21-jre
              COPY app.jar /app/
              """)
          .good(
              """
              FROM maven:3.9-eclipse-temurin-21 AS build
              RUN mvn -B package

              FROM eclipse-temurin:21-jre
              COPY --from=build /target/app.jar /app/
              """)
          .aliases("tally:no-unreachable-stages")
          .references("https://docs.docker.com/build/building/multi-stage/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Dockerfile file) {
    Set<Stage> needed = new HashSet<>();
    file.stages().forEach(stage -> needed.addAll(stage.dependencies()));
    return file.stages().stream()
        .filter(stage -> stage.name().isEmpty() && !stage.isLast() && !needed.contains(stage))
        .map(
            stage ->
                finding(
                    stage.from().image(),
                    "No image needs this stage; remove it or give it a name"));
  }
}
