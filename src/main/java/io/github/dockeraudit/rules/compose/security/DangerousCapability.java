package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DangerousCapability implements ComposeRule {

  /** Those by which a container gets to the host itself. */
  private static final Set<String> DANGEROUS =
      Set.of(
          "ALL",
          "BPF",
          "DAC_READ_SEARCH",
          "MAC_ADMIN",
          "MAC_OVERRIDE",
          "SYS_ADMIN",
          "SYS_BOOT",
          "SYS_MODULE",
          "SYS_PTRACE",
          "SYS_RAWIO");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2108", "dangerous-capability")
        .summary("A service has a capability that is as good as root on the host")
        .why(
            """
            `SYS_ADMIN` mounts file systems, `SYS_MODULE` loads code into the kernel, `SYS_RAWIO` and `MKNOD` get at
            disks, `DAC_READ_SEARCH` and `SYS_PTRACE` at files and processes of others, and `ALL` is all of them. Most
            services need none of the capabilities that they can be given in addition.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                cap_add:
                  - SYS_ADMIN
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
            """)
        .fixedSometimes()
        .aliases("kics:container-capabilities-unrestricted")
        .references(
            "https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> check(deployment, service));
  }

  private Stream<Finding> check(Deployment deployment, Service service) {
    return service.capAdd().stream()
        .filter(capability -> DANGEROUS.contains(nameOf(capability)))
        .map(
            capability ->
                finding(
                        capability,
                        "With %s '%s' can get to the host; give it a lesser capability or none",
                        nameOf(capability),
                        service.name())
                    .mendedBy(() -> Dropped.item("Leave it out", deployment, capability)));
  }

  private static String nameOf(Scalar capability) {
    String name = capability.text().toUpperCase(Locale.ROOT);
    return name.startsWith("CAP_") ? name.substring("CAP_".length()) : name;
  }
}
