package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Digits;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnusedStage implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1316", "unused-stage")
        .summary("A stage is part of no image")
        .why(
            """
            BuildKit does not even run a stage that nothing needs. It has to be read, updated and scanned all the same,
            and whoever changes it wonders why nothing happens.

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
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            """)
        .fixedSometimes()
        .aliases("tally:no-unreachable-stages")
        .references("https://docs.docker.com/build/building/multi-stage/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Dockerfile file) {
    if (file.stages().size() < 2) {
      return Stream.empty();
    }
    Set<Stage> needed = new HashSet<>();
    file.stages().forEach(stage -> needed.addAll(stage.dependencies()));
    return file.stages().stream()
        .filter(stage -> stage.name().isEmpty() && !stage.isLast() && !needed.contains(stage))
        .map(stage -> judge(stage, file));
  }

  private Finding judge(Stage stage, Dockerfile file) {
    Finding finding =
        finding(stage.from().image(), "No image needs this stage; remove it or give it a name");
    boolean isCounted =
        file.stages().stream().flatMap(other -> other.name().stream()).noneMatch(Digits::only)
            && inputs(file).anyMatch(word -> Digits.only(word.text()));
    if (isCounted) {
      return finding.notFixedBecause("stages are named by their number, which would be another");
    }
    SourceRange from = stage.index() == 0 ? stage.range() : file.withComments(stage.from());
    int end = file.withComments(file.stages().get(stage.index() + 1).from()).start();
    return finding.fixedBy(
        Fix.intended("Remove it", from.source().range(from.start(), end).delete()));
  }

  private static Stream<Word> inputs(Dockerfile file) {
    return Stream.concat(
        file.all(Copy.class).flatMap(copy -> copy.from().stream()),
        file.all(Run.class)
            .flatMap(run -> run.mounts().stream())
            .flatMap(mount -> mount.from().stream()));
  }
}
