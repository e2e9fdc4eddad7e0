package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Profiles;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DuplicateContainerName implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2009", "duplicate-container-name")
        .summary("Two services want the same name for their containers")
        .why(
            """
            The second container to start fails with `the container name is already in use`. Services that only
            different profiles switch on may share a name: they are alternatives.
            """)
        .bad(
            """
            services:
              one:
                image: example.com/one:1
                container_name: app
              two:
                image: example.com/two:1
                container_name: app
            """)
        .good(
            """
            services:
              one:
                image: example.com/one:1
                container_name: app
              two:
                image: example.com/two:1
            """)
        .fixedSometimes()
        .aliases("dclint:no-duplicate-container-names")
        .references("https://docs.docker.com/reference/compose-file/services/#container_name");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    List<Service> named =
        deployment.services().stream().filter(each -> each.containerName().isPresent()).toList();
    Profiles profiles = Profiles.of(deployment);
    return named.stream()
        .filter(
            service ->
                named.stream()
                    .takeWhile(earlier -> earlier != service)
                    .anyMatch(earlier -> collide(earlier, service, profiles)))
        .map(service -> finding(deployment, service));
  }

  private static boolean collide(Service one, Service other, Profiles profiles) {
    return one.containerName().orElseThrow().isKnown()
        && other.containerName().orElseThrow().is(one.containerName().orElseThrow().text())
        && profiles.allowTogether(one, other);
  }

  private Finding finding(Deployment deployment, Service service) {
    Scalar name = service.containerName().orElseThrow();
    return finding(name, "Another service has this name already; leave it out, or take another one")
        .mendedBy(() -> Dropped.entry("Let compose make the name", deployment, name));
  }
}
