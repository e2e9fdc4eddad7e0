package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.LocalPort;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class OpenPort implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2121", "open-port")
        .offByDefault()
        .summary("A published port is open to every machine in reach")
        .why(
            """
            Docker publishes a port on every address of the host, and opens it in the firewall so that `ufw deny` does
            not close it again. That is what a service for others is there for, and not what one for a proxy on the same
            host needs.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - "8080:8080"
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - "127.0.0.1:8080:8080"
            """)
        .fixedSometimes()
        .aliases(
            "dclint:no-unbound-port-interfaces",
            "kics:container-traffic-not-bound-to-host-interface")
        .references("https://docs.docker.com/engine/network/packet-filtering-firewalls/");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .flatMap(
            service ->
                service.ports().stream()
                    .filter(Port::isOnAllAddresses)
                    .map(port -> finding(deployment, service, port)));
  }

  private Finding finding(Deployment deployment, Service service, Port port) {
    return finding(
            port,
            "Port %s of '%s' is open to every machine in reach; bind it to an address",
            port.target(),
            service.name())
        .mendedBy(() -> remedy(deployment, port));
  }

  /** Risky: others may be meant to reach it. */
  private static Remedy remedy(Deployment deployment, Port port) {
    Remedy local = LocalPort.of(deployment, port);
    return local.obstacle().isPresent() ? local : Remedy.risky(local.title(), local.edits());
  }
}
