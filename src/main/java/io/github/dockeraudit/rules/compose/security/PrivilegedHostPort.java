package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record PrivilegedHostPort(boolean strict) implements ComposeRule {

  private static final Set<Integer> WEB = Set.of(80, 443);

  public PrivilegedHostPort() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2113", "privileged-host-port")
        .offByDefault()
        .summary("A service publishes a port of the host that only root may open")
        .why(
            """
            Ports below 1024 are those of services of the host; a container that takes one stands in for them, and
            whoever reaches it takes it for the host's. Silent about 80 and 443, which a web server is meant to have.
            """)
        .bad(
            """
            services:
              mail:
                image: example.com/mail:1.4
                ports:
                  - "25:2525"
            """)
        .good(
            """
            services:
              mail:
                image: example.com/mail:1.4
                ports:
                  - "2525:2525"
            """)
        .flag("strict", "Count 80 and 443 too, and the ports of containers.")
        .aliases("kics:privileged-ports-mapped-in-container")
        .references("https://docs.docker.com/reference/compose-file/services/#ports");
  }

  @Override
  public Rule with(Options options) {
    return new PrivilegedHostPort(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Service service) {
    return service.ports().stream()
        .filter(this::isPrivileged)
        .map(
            port ->
                finding(port, "'%s' takes a port below 1024; publish a higher one", service.name())
                    .notFixedBecause("only a person knows which port others rely on"));
  }

  private boolean isPrivileged(Port port) {
    return strict && port.target().first() < 1024
        || port.published()
            .filter(host -> host.first() < 1024 && (strict || !WEB.contains(host.first())))
            .isPresent();
  }
}
