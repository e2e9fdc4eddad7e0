package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class PropagatedMount implements ComposeRule {

  private static final Set<String> OPEN = Set.of("shared", "rshared", "slave", "rslave");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2118", "propagated-mount")
        .summary(
            "What is mounted in a container is mounted on the host too, or the other way round")
        .why(
            """
            With `propagation: shared` or `slave` a mount made on one side comes up on the other: a container with the
            right to mount can lay its own files over those of the host, or gets to see each disk that the host mounts
            later. The default, `rprivate`, keeps the sides apart.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1
                volumes:
                  - type: bind
                    source: ./data
                    target: /data
                    bind:
                      propagation: rshared
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1
                volumes:
                  - type: bind
                    source: ./data
                    target: /data
                    bind:
                      propagation: rprivate
            """)
        .fixedSometimes()
        .aliases("kics:volume-mounted-in-multiple-containers")
        .references(
            "https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Service service) {
    return service.volumes().stream()
        .flatMap(mount -> mount.item().asMapping().stream())
        .flatMap(mount -> mount.mapping("bind").stream())
        .flatMap(bind -> bind.scalar("propagation").stream())
        .filter(propagation -> OPEN.contains(propagation.text()))
        .map(
            propagation ->
                finding(
                        propagation,
                        "Mounts of '%s' and the host mix; say rprivate",
                        service.name())
                    .mendedBy(() -> remedy(propagation)));
  }

  private static Remedy remedy(Scalar propagation) {
    return propagation.raw().equals(propagation.text())
        ? Remedy.risky("Say rprivate", propagation.range().replaceWith("rprivate"))
        : Remedy.none("it is not written plainly in the file");
  }
}
