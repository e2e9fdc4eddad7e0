package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Digits;
import io.github.dockeraudit.facts.StageRename;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class NumberedStage implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1347", "numbered-stage")
        .summary("COPY names a stage by its number")
        .why(
            """
            The number counts the stages from the top of the file, beginning with 0. Whoever puts another stage before
            it makes `COPY` take its files from the wrong one. A name says which stage is meant, and goes on to mean it.
            """)
        .bad(
            """
            FROM maven:3.9-eclipse-temurin-21
            COPY . .
            RUN mvn -B package

            FROM eclipse-temurin:21-jre
            COPY --from=0 /target/app.jar /app/
            """)
        .good(
            """
            FROM maven:3.9-eclipse-temurin-21 AS stage-0
            COPY . .
            RUN mvn -B package

            FROM eclipse-temurin:21-jre
            COPY --from=stage-0 /target/app.jar /app/
            """)
        .fixedAlways()
        .aliases("kics:using-unnamed-build-stages")
        .references("https://docs.docker.com/build/building/multi-stage/#name-your-build-stages");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Copy.class)
        .flatMap(copy -> copy.from().stream())
        .filter(from -> from.literal().filter(Digits::only).isPresent())
        .flatMap(from -> file.stage(from.text()).map(stage -> judge(from, stage, file)).stream());
  }

  private Finding judge(Word from, Stage stage, Dockerfile file) {
    return finding(
            from, "'%s' is another stage once one is added above it; use a name", from.text())
        .fixedBy(Fix.safe("Name the stage", edits(from.text(), stage, file)));
  }

  /** The same for each COPY, so that they do not give one stage several names. */
  private static List<TextEdit> edits(String number, Stage stage, Dockerfile file) {
    String name = stage.name().orElseGet(() -> StageRename.free(file, "stage-" + number));
    Stream<TextEdit> named =
        stage.name().isPresent()
            ? Stream.empty()
            : Stream.of(stage.from().image().range().insertAfter(" AS " + name));
    Stream<TextEdit> called =
        file.all(Copy.class)
            .flatMap(copy -> copy.from().stream())
            .filter(from -> from.text().equals(number))
            .map(from -> from.range().replaceWith(name));
    return Stream.concat(named, called).toList();
  }
}
