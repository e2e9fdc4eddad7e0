package io.github.dockeraudit.rules.dockerfile.correctness;

import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class HostCommand implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1022", "host-command")
          .severity(Severity.INFO)
          .summary("RUN calls a program that makes no sense in a build")
          .why(
              """
              `ssh` needs somebody to type, `service` and `shutdown` an init system, `mount` rights that a build
              does not have, and `ps` or `top` show the processes of the build alone. Most such lines were
              pasted from instructions for a machine.
              """)
          .bad(
              """
              FROM debian:13-slim
              RUN service nginx start
              """)
          .good(
              """
              FROM debian:13-slim
              CMD ["nginx", "-g", "daemon off;"]
              """)
          .aliases(
              "hadolint:DL3001",
              "tally:hadolint/DL3001",
              "kics:run-utilities-and-posix-commands",
              "semgrep:nonsensical-command")
          .references(
              "https://docs.docker.com/build/building/best-practices/#decouple-applications")
          .since("1.0.0");

  private static final String[] SENSELESS = {
    "ssh", "vim", "shutdown", "service", "ps", "free", "top", "kill", "mount"
  };

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands(SENSELESS)
        .map(
            call ->
                finding(
                    call.name(),
                    "'%s' makes no sense while an image is built; leave it out",
                    call.command().program().orElseThrow()));
  }
}
