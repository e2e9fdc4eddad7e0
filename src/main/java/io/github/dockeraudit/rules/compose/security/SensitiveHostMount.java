package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.service.HostMount;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record SensitiveHostMount(boolean strict) implements ComposeRule {

  public SensitiveHostMount() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2109", "sensitive-host-mount")
        .summary("A service can write to a folder of the host that the host itself depends on")
        .why(
            """
            Whoever can write to `/etc`, `/root`, `/var/lib/docker` or the like can make himself root of the host. Tools
            that watch the host get along with what they can only read.
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
                  - /etc:/host/etc:ro
            """)
        .fixedSometimes()
        .flag("strict", "Count every folder below them, too.")
        .aliases("kics:volume-has-sensitive-host-directory")
        .references("https://docs.docker.com/reference/compose-file/services/#volumes");
  }

  @Override
  public Rule with(Options options) {
    return new SensitiveHostMount(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return HostMount.in(deployment, strict)
        .filter(mount -> !mount.isReadOnly())
        .map(mount -> finding(deployment, mount));
  }

  private Finding finding(Deployment deployment, HostMount mount) {
    return finding(
            mount,
            "'%s' can change all of the host's %s; mount only what it needs",
            mount.owner(),
            mount.folder())
        .mendedBy(() -> mount.onlyRead(deployment));
  }
}
