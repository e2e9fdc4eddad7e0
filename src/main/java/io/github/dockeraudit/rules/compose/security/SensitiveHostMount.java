package io.github.dockeraudit.rules.compose.security;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.ERROR;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.service.HostMount;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SensitiveHostMount implements ComposeRule {

  private static final RuleInfo INFO =
      rule("DA2109", "sensitive-host-mount")
          .severity(ERROR)
          .summary("A service can write to a folder of the host that the host itself depends on")
          .why(
              """
              Whoever can write to `/etc`, `/root`, `/var/lib/docker` or the like can make himself root of the host.
              Mounted read-only such a folder still tells what no container has to know, such as keys and password
              hashes; that is reported as information, since tools that watch the host need it.
              """)
          .bad(
              """
              services:
                api:
                  image: example.com/api:1.4
                  volumes:
                    - /etc:/host/etc
              """)
          .good(
              """
              services:
                api:
                  image: example.com/api:1.4
                  volumes:
                    - /etc/localtime:/etc/localtime:ro
              """)
          .aliases("kics:volume-has-sensitive-host-directory")
          .references("https://docs.docker.com/reference/compose-file/services/#volumes")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Service service) {
    return HostMount.of(service).map(mount -> finding(service, mount));
  }

  private Finding finding(Service service, HostMount mount) {
    Finding found =
        finding(
            mount,
            mount.isReadOnly()
                ? "'%s' can read all of the host's %s; mount only what it needs"
                : "'%s' can change all of the host's %s; mount only what it needs",
            service.name(),
            mount.folder());
    return found
        .withSeverity(mount.isReadOnly() ? Severity.INFO : found.severity())
        .notFixedBecause("only a person knows what of it the service needs");
  }
}
