package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.service.HostMount;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ReadableHostFolder implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2120", "readable-host-folder")
        .summary("A service can read a folder of the host that the host itself depends on")
        .why(
            """
            `/etc`, `/root`, `/var/lib/docker` and the like hold keys, password hashes and the files of all other
            containers. A service is to be given the very files that it needs.

            Silent for what watches the host, which needs all of it: what sees its processes, or `/proc` or `/sys`.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                volumes:
                  - /etc:/host/etc:ro
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
        .references("https://docs.docker.com/reference/compose-file/services/#volumes");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return HostMount.in(deployment, false)
        .filter(HostMount::isReadOnly)
        .filter(mount -> deployment.service(mount.owner()).filter(this::watchesTheHost).isEmpty())
        .map(this::finding);
  }

  private boolean watchesTheHost(Service service) {
    return service.attribute("pid").filter(pid -> pid.toString().equals("host")).isPresent()
        || service.volumes().stream()
            .flatMap(mount -> mount.source().stream())
            .anyMatch(source -> source.is("/proc") || source.is("/sys"));
  }

  private Finding finding(HostMount mount) {
    return finding(
            mount,
            "'%s' can read all of the host's %s; mount only what it needs",
            mount.owner(),
            mount.folder())
        .notFixedBecause("only a person knows what of it the service needs");
  }
}
