package io.github.dockeraudit.rules.project.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.service.DevelopmentOnly;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Located;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingProductionOverride implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3301", "missing-production-override")
        .summary("What is for development stands in the only compose file there is")
        .why(
            """
            Open ports of databases and sources mounted over those in the image help on one's own machine and have no
            place on a server. Where one file serves both, each deployment is edited by hand, or goes out with all of
            it. An override for production takes away what is not for it and adds what only it needs: `docker compose -f
            compose.yaml -f compose.prod.yaml up -d`.

            A second compose file beside it counts, and so do profiles for development.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM example.com/base:1
            ==> compose.yaml <==
            x-limited: &limited
              restart: unless-stopped
              mem_limit: 1g
              cpus: 1
              logging:
                driver: local
            services:
              api:
                <<: *limited
                build: .
              database:
                <<: *limited
                image: postgres:16
                ports:
                  - "127.0.0.1:5432:5432"
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM example.com/base:1
            ==> compose.prod.yaml <==
            # What differs on a server. Needs Docker Compose 2.24.4 or newer:
            #
            #   docker compose -f compose.yaml -f compose.prod.yaml up -d

            services:
              database:
                ports: !reset []
            ==> compose.yaml <==
            x-limited: &limited
              restart: unless-stopped
              mem_limit: 1g
              cpus: 1
              logging:
                driver: local
            services:
              api:
                <<: *limited
                build: .
              database:
                <<: *limited
                image: postgres:16
                ports:
                  - "127.0.0.1:5432:5432"
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/compose/how-tos/production/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.deployments().stream()
        .flatMap(
            deployment ->
                DevelopmentOnly.sign(project, deployment).stream()
                    .map(sign -> finding(project, deployment, sign)));
  }

  private Finding finding(Project project, Deployment deployment, Located sign) {
    return finding(
            sign, "This is for development, and no override for production takes it away; add one")
        .mendedBy(() -> DevelopmentOnly.remedy(project, deployment, sign));
  }
}
