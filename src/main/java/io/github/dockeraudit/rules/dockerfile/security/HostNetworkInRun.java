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
public final class HostNetworkInRun implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1118", "host-network-in-run")
        .summary("A RUN uses the network of the host")
        .why(
            """
            With `--network=host` what the `RUN` starts reaches every service of the machine that builds, also those
            that listen on the loopback address alone.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN --network=host ./fetch.sh
            """)
        .good(
            """
            FROM debian:13-slim
            RUN ./fetch.sh
            """)
        .fixedAlways()
        .aliases("sonar:S6431")
        .references("https://docs.docker.com/reference/dockerfile/#run---network");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .flatMap(run -> run.flag("network").stream().map(flag -> check(flag, run)))
        .flatMap(Optional::stream);
  }

  /** Risky: the command may be there to reach a service of the machine. */
  private Optional<Finding> check(Flag given, Run run) {
    return Optional.of(given)
        .filter(flag -> flag.value().filter(value -> value.text().equals("host")).isPresent())
        .map(
            flag ->
                finding(flag, "This reaches every service of the machine; leave it out")
                    .fixedBy(Fix.risky("Use the network of the build", Removal.of(flag, run))));
  }
}
