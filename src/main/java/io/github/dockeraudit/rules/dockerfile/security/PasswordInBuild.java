package io.github.dockeraudit.rules.dockerfile.security;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.ERROR;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class PasswordInBuild implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1116", "password-in-build")
          .severity(ERROR)
          .summary("RUN sets the password of a user")
          .why(
              """
              The password stands in the history of the image for all who can pull it, and it is the same in every
              container. Nobody has to log in to a container: `docker exec` needs no password.
              """)
          .bad(
              """
              FROM debian:13-slim
              RUN useradd app && echo "app:$PASSWORD" | chpasswd
              """)
          .good(
              """
              FROM debian:13-slim
              RUN useradd app
              """)
          .aliases("checkov:CKV2_DOCKER_17")
          .references("https://cwe.mitre.org/data/definitions/798.html")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .flatMap(run -> run.command().script().commands().stream())
        .map(SimpleCommand::unwrapped)
        .filter(PasswordInBuild::setsPassword)
        .map(
            command ->
                finding(
                    command.name().orElseThrow(),
                    "Everybody can read this password in the history; do without one"));
  }

  private static boolean setsPassword(SimpleCommand command) {
    return command.is("chpasswd")
        || command.is("passwd") && command.hasFlag("--stdin")
        || command.is("useradd", "usermod") && command.hasFlag("-p", "--password");
  }
}
