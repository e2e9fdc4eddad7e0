package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DefaultNetwork implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2123", "default-network")
        .offByDefault()
        .summary("All services are in the one network that Compose makes for them")
        .why(
            """
            In the default network of a project every service reaches every other, the database from the proxy too.
            Networks of their own for those that talk to each other keep the rest apart.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
              database:
                image: postgres:16
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                networks: [internal]
              database:
                image: postgres:16
                networks: [internal]
            networks:
              internal: {}
            """)
        .fixedSometimes()
        .aliases("kics:networks-not-set")
        .references("https://docs.docker.com/reference/compose-file/networks/");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    List<Service> services = deployment.services();
    boolean isOne = services.size() > 1 && services.stream().allMatch(DefaultNetwork::isInDefault);
    return isOne
        ? deployment.root().entry("services").stream()
            .map(
                section ->
                    finding(
                            section.key(),
                            "All %s services reach each other; give them networks of their own",
                            services.size())
                        .mendedBy(() -> remedy(deployment)))
        : Stream.empty();
  }

  private static boolean isInDefault(Service service) {
    return service.networkMode().isEmpty()
        && service.networks().stream().allMatch(network -> network.network().equals("default"));
  }

  /** Risky: what another project reaches in the default network it reaches no more. */
  private static Remedy remedy(Deployment deployment) {
    NewEntry network = NewEntry.ofList("networks", "internal");
    NewEntry declaration = NewEntry.of("networks", List.of(NewEntry.of("internal", "{}")));
    List<Service> services = deployment.services();
    List<TextEdit> edits =
        Stream.concat(
                services.stream()
                    .filter(service -> service.networks().isEmpty())
                    .flatMap(service -> deployment.path(service.range()).stream())
                    .flatMap(path -> path.add(List.of(network)).stream()),
                deployment.baseFile().yaml().root().stream()
                    .flatMap(root -> deployment.path(root.range()).stream())
                    .flatMap(path -> path.add(List.of(declaration)).stream()))
            .toList();
    return deployment.files().size() == 1
            && deployment.networks().isEmpty()
            && edits.size() == services.size() + 1
        ? Remedy.risky("Put them into a network of their own", edits)
        : Remedy.none("only a person knows which of them talk to each other");
  }
}
