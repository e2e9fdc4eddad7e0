package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InsecureRun implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1119", "insecure-run")
        .summary("A RUN has the rights of the machine that builds")
        .why(
            """
            `--security=insecure` runs the command without a sandbox, like `docker run --privileged`: it can change the
            machine, and with it every other build.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN --security=insecure ./build.sh
            """)
        .good(
            """
            FROM debian:13-slim
            RUN ./build.sh
            """)
        .fixedAlways()
        .aliases("sonar:S6502", "semgrep:run-security-insecure")
        .references("https://docs.docker.com/reference/dockerfile/#run---security");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .flatMap(run -> run.flag("security").stream().map(flag -> check(flag, run)))
        .flatMap(Optional::stream);
  }

  /** Risky: the command may need the rights. */
  private Optional<Finding> check(Flag given, Run run) {
    return Optional.of(given)
        .filter(flag -> flag.value().filter(value -> value.text().equals("insecure")).isPresent())
        .map(
            flag ->
                finding(flag, "This runs without a sandbox; leave it out")
                    .fixedBy(Fix.risky("Run it in the sandbox", Removal.of(flag, run))));
  }
}
