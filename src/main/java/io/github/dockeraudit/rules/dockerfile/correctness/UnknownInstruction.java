package io.github.dockeraudit.rules.dockerfile.correctness;

import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.ERROR;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Unknown;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnknownInstruction implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1001", "unknown-instruction")
          .severity(ERROR)
          .summary("An instruction that Docker does not know")
          .why(
              """
              Docker rejects the whole file. Mostly the keyword is misspelt, or the backslash that
              would make the line part of the one before it is missing.
              """)
          .bad(
              """
              FROM eclipse-temurin:21-jre
              COYP app.jar /app/
              """)
          .good(
              """
              FROM eclipse-temurin:21-jre
              COPY app.jar /app/
              """)
          .fix(SOMETIMES)
          .aliases(
              "tally:unknown-instruction",
              "dockerfilelint:invalid_command",
              "dockadvisor:UnrecognizedInstruction")
          .references("https://docs.docker.com/reference/dockerfile/#format")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    if (!file.directives().isDockerSyntax()) {
      return Stream.empty();
    }
    return file.all(Unknown.class).filter(unknown -> !unknown.keyword().isEmpty()).map(this::judge);
  }

  private Finding judge(Unknown unknown) {
    return unknown
        .meant()
        .map(
            meant ->
                finding(
                        unknown.keyword(),
                        "Unknown instruction '%s'; did you mean %s?",
                        unknown.keyword(),
                        meant)
                    .fixedBy(Fix.intended("Say " + meant, unknown.renameTo(meant))))
        .orElseGet(
            () ->
                finding(
                    unknown.keyword(),
                    "Unknown instruction '%s'; does the line above lack a backslash?",
                    unknown.keyword()));
  }
}
