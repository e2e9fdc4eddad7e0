package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.facts.service.Hardening;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnconfinedService implements ComposeRule {

  private static final Set<String> OFF =
      Set.of(
          "seccomp:unconfined", "apparmor:unconfined", "label:disable", "systempaths:unconfined");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2110", "unconfined-service")
        .summary("A security module of the kernel is switched off for a service")
        .why(
            """
            Docker's seccomp profile keeps containers from system calls that hardly any program makes and most exploits
            of the kernel do; AppArmor and SELinux keep them from files of the host. A program that needs one call more
            gets a profile of its own.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                security_opt:
                  - seccomp:unconfined
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
            """)
        .fixedSometimes()
        .aliases(
            "kics:default-seccomp-profile-disabled",
            "semgrep:seccomp-confinement-disabled",
            "semgrep:selinux-separation-disabled")
        .references("https://docs.docker.com/engine/security/seccomp/");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> check(deployment, service));
  }

  private Stream<Finding> check(Deployment deployment, Service service) {
    return Hardening.securityOptions(service)
        .filter(option -> OFF.contains(Hardening.normalized(option)))
        .map(
            option ->
                finding(
                        option,
                        "'%s' runs without the confinement of %s; give it a profile",
                        service.name(),
                        Hardening.normalized(option).split(":")[0])
                    .mendedBy(() -> Dropped.item("Take Docker's own profile", deployment, option)));
  }
}
