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
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SharedHostNamespace implements ComposeRule {

  private static final List<String> NAMESPACES =
      List.of("network_mode", "pid", "ipc", "uts", "userns_mode", "cgroup");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2107", "shared-host-namespace")
        .summary("A service shares a namespace of the host")
        .why(
            """
            With `network_mode: host` a service reaches what listens on the loopback address of the host only, and
            whatever it opens itself is open on the host. With `pid`, `ipc`, `uts` or `userns_mode: host` it sees and
            can signal the processes of the host, reads its shared memory, or is root there where it is root in the
            container.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                pid: host
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
            """)
        .fixedSometimes()
        .aliases(
            "kics:shared-host-network-namespace",
            "kics:host-namespace-is-shared",
            "kics:shared-host-ipc-namespace",
            "kics:shared-host-user-namespace")
        .references("https://docs.docker.com/reference/compose-file/services/#network_mode");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> check(deployment, service));
  }

  private Stream<Finding> check(Deployment deployment, Service service) {
    return NAMESPACES.stream()
        .flatMap(
            name ->
                service.body().scalar(name).filter(value -> value.is("host")).stream()
                    .map(value -> finding(deployment, service, name, value)));
  }

  private Finding finding(Deployment deployment, Service service, String name, Scalar value) {
    return finding(
            value, "'%s' shares the host's namespace by '%s'; leave it out", service.name(), name)
        .mendedBy(() -> remedy(deployment, service, name, value));
  }

  /** Without the host's network nobody reaches a service that publishes nothing. */
  private static Remedy remedy(Deployment deployment, Service service, String name, Scalar value) {
    return name.equals("network_mode") && service.ports().isEmpty()
        ? Remedy.none("only a person knows which ports it has to publish then")
        : Dropped.entry("Give it a namespace of its own", deployment, value);
  }
}
