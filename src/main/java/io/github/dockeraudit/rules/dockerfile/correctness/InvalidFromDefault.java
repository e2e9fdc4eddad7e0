package io.github.dockeraudit.rules.dockerfile.correctness;

import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.VariableUse;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InvalidFromDefault implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1017", "invalid-from-default")
          .severity(Severity.INFO)
          .summary("FROM makes no image unless an argument is given")
          .why(
              """
              Without `--build-arg` the name of the image is empty or has no valid form, so that
              `docker build .` fails. A default makes the file work by itself, and tells its readers what is
              meant.
              """)
          .bad(
              """
              ARG VERSION
              FROM eclipse-temurin:${VERSION}
              """)
          .good(
              """
              ARG VERSION=21-jre
              FROM eclipse-temurin:${VERSION}
              """)
          .aliases(
              "buildkit:InvalidDefaultArgInFrom",
              "tally:buildkit/InvalidDefaultArgInFrom",
              "dockadvisor:InvalidDefaultArgInFrom")
          .references("https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(stage -> InvalidFromDefault.isInvalid(stage, file))
        .map(
            stage ->
                finding(
                    stage.from().image(),
                    "'%s' is no image unless the build is told more; give its ARG a default",
                    stage.from().image()));
  }

  private static boolean isInvalid(Stage stage, Dockerfile file) {
    return stage.parent().isEmpty()
        && !stage.isScratch()
        && stage.image().isEmpty()
        && stage.from().image().literal().isEmpty()
        && !stage.base().isUnknown()
        && VariableUse.undeclaredInFrom(stage, file.globalScope()).isEmpty();
  }
}
