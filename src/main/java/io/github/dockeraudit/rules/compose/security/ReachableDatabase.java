package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.FlatNetwork;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ReachableDatabase implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2151", "reachable-database")
        .summary("A proxy that is open to the world shares a network with the database")
        .why(
            """
            All services of one network reach each other on every port. A proxy takes requests from anybody and needs
            nothing but the services that it passes them on to; who gets into it has the database before them. With one
            network in front of the application and one behind it, only the application is on both.
            """)
        .bad(
            """
            services:
              proxy:
                image: nginx:1.27
                ports:
                  - "80:80"
              shop:
                image: example.com/shop:2
              database:
                image: postgres:16
            """)
        .good(
            """
            services:
              proxy:
                image: nginx:1.27
                ports:
                  - "80:80"
                networks:
                  - front
              shop:
                image: example.com/shop:2
                networks:
                  - front
                  - back
              database:
                image: postgres:16
                networks:
                  - back
            networks:
              front:
              back:
            """)
        .references("https://docs.docker.com/compose/how-tos/networking/#specify-custom-networks");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return FlatNetwork.in(project)
        .map(
            flat ->
                finding(
                        flat,
                        "'%s' reaches '%s' and only passes requests on; give them different networks",
                        flat.proxy().name(),
                        flat.store().name())
                    .notFixedBecause("who else has to reach which service only a person knows"));
  }
}
