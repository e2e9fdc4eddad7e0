package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class PrivilegedService implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2101", "privileged-service")
        .summary("A service has all rights of the host's root")
        .why(
            """
            A privileged container has every capability and every device of the host, and neither seccomp nor AppArmor
            in its way: whoever gets into it gets the host. What a service really needs is mostly one capability
            (`cap_add`) or one device (`devices`).
            """)
        .bad(
            """
            services:
              vpn:
                image: example.com/vpn:2.4
                privileged: true
                cap_add:
                  - NET_ADMIN
                devices:
                  - /dev/net/tun
            """)
        .good(
            """
            services:
              vpn:
                image: example.com/vpn:2.4
                cap_add:
                  - NET_ADMIN
                devices:
                  - /dev/net/tun
            """)
        .fixedSometimes()
        .aliases("kics:privileged-containers-enabled", "semgrep:privileged-service")
        .references("https://docs.docker.com/reference/compose-file/services/#privileged");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> check(deployment, service));
  }

  private Stream<Finding> check(Deployment deployment, Service service) {
    return service.privileged().filter(Scalar::isTrue).stream()
        .map(
            privileged ->
                finding(
                        privileged,
                        "'%s' has all rights of the host; give it only the capabilities it needs",
                        service.name())
                    .mendedBy(() -> remedy(deployment, service, privileged)));
  }

  /** What has been given capabilities or devices by name can do without all the others. */
  private static Remedy remedy(Deployment deployment, Service service, Scalar privileged) {
    boolean isNamed = !service.capAdd().isEmpty() || service.attribute("devices").isPresent();
    return isNamed
        ? Dropped.entry("Leave it with what it is given by name", deployment, privileged)
        : Remedy.none("only a person knows which capabilities it needs");
  }
}
