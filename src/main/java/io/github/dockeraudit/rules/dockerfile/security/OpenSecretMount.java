package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class OpenSecretMount implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1115", "open-secret-mount")
        .summary("Everybody may read a mounted secret")
        .why(
            """
            By default only root may read a secret of the build. A `mode` that lets everybody read it gives it to every
            program that the `RUN` starts, whatever its user.
            """)
        .bad(
            """
            FROM node:24-alpine
            RUN --mount=type=secret,id=token,mode=0444 ./fetch.sh
            """)
        .good(
            """
            FROM node:24-alpine
            RUN --mount=type=secret,id=token,mode=0400 ./fetch.sh
            """)
        .fixedAlways()
        .aliases("sonar:S6469")
        .references("https://docs.docker.com/reference/dockerfile/#run---mounttypesecret");
  }

  /** Risky: the command may be run by another user. */
  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .flatMap(run -> run.mounts().stream())
        .filter(mount -> mount.type().equals("secret") || mount.type().equals("ssh"))
        .flatMap(mount -> mount.value("mode").stream())
        .filter(mode -> mode.literal().filter(OpenSecretMount::isOpen).isPresent())
        .map(
            mode ->
                finding(mode, "'%s' lets everybody read the secret; use 0400", mode)
                    .fixedBy(
                        Fix.risky("Let root alone read it", mode.range().replaceWith("0400"))));
  }

  private static boolean isOpen(String mode) {
    return mode.length() > 2
        && mode.charAt(mode.length() - 1) != '0'
        && mode.chars().allMatch(c -> c >= '0' && c <= '7');
  }
}
