package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.facts.HostPorts;
import io.github.dockeraudit.facts.HostPorts.Conflict;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DuplicateHostPort implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2003", "duplicate-host-port")
        .summary("Two services publish the same port of the host")
        .why(
            """
            The second container to start fails with `port is already allocated`, and which one is second may change
            from start to start. Services that only different profiles switch on may share a port: they are
            alternatives.
            """)
        .bad(
            """
            services:
              shop:
                image: example.com/shop:2
                ports:
                  - "8080:80"
                  - "127.0.0.1:8080:80"
            """)
        .good(
            """
            services:
              shop:
                image: example.com/shop:2
                ports:
                  - "8080:80"
            """)
        .fixedSometimes()
        .aliases("dclint:no-duplicate-exported-ports")
        .references("https://docs.docker.com/reference/compose-file/services/#ports");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return HostPorts.conflicts(deployment).stream()
        .map(conflict -> finding(conflict).mendedBy(() -> remedy(deployment, conflict)));
  }

  private Finding finding(Conflict conflict) {
    String message =
        conflict.isWithinOneService()
            ? "'%s' publishes port %s of the host twice; remove one of them"
            : "'%s' has port %s of the host already; publish on another one";
    String holder = conflict.earlier().service().name();
    return finding(conflict.later().port(), message, holder, conflict.port());
  }

  /** What one service publishes twice on one port needs to be there once. */
  private static Remedy remedy(Deployment deployment, Conflict conflict) {
    Port later = conflict.later().port();
    Port earlier = conflict.earlier().port();
    return conflict.isWithinOneService()
            && later.target().equals(earlier.target())
            && later.published().equals(earlier.published())
        ? Dropped.item("Publish it once", deployment, later)
        : Remedy.none("only a person knows which port others rely on");
  }
}
