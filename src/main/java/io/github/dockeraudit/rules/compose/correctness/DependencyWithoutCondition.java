package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.ClusterNodes;
import io.github.dockeraudit.facts.HealthChecks;
import io.github.dockeraudit.facts.HealthyDependency;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DependencyWithoutCondition implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2002", "dependency-without-condition")
        .summary("A service does not wait until one that it needs is healthy")
        .why(
            """
            `depends_on` by itself only waits until the container of the other service is started, not until what is in
            it answers: a database that is still recovering refuses connections, and whether the first start succeeds is
            a race. The other service has a health check, so compose can wait for it.

            Silent where somebody wrote `condition: service_started` and so said that this is enough, and between nodes
            of one cluster, which may not be healthy without each other.
            """)
        .bad(
            """
            services:
              shop:
                image: example.com/shop:2
                depends_on:
                  - database
              database:
                image: postgres:16
                healthcheck:
                  test: ["CMD-SHELL", "pg_isready -U postgres"]
            """)
        .good(
            """
            services:
              shop:
                image: example.com/shop:2
                depends_on:
                  database:
                    condition: service_healthy
              database:
                image: postgres:16
                healthcheck:
                  test: ["CMD-SHELL", "pg_isready -U postgres"]
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/compose/how-tos/startup-order/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.deployments().stream().flatMap(deployment -> check(project, deployment));
  }

  private Stream<Finding> check(Project project, Deployment deployment) {
    return deployment.services().stream()
        .flatMap(
            service ->
                service.dependsOn().stream()
                    .filter(
                        dependency ->
                            !ClusterNodes.mayNeedEachOther(
                                deployment, service, dependency.service())))
        .filter(dependency -> !dependency.saysCondition())
        .filter(dependency -> isChecked(dependency, project, deployment))
        .map(
            dependency ->
                finding(
                        dependency,
                        "This does not wait until '%s' is healthy; add condition: service_healthy",
                        dependency.service())
                    .mendedBy(HealthyDependency.of(project, deployment, dependency)));
  }

  private static boolean isChecked(Dependency dependency, Project project, Deployment deployment) {
    return deployment
        .service(dependency.service())
        .filter(other -> HealthChecks.ofService(project, deployment, other).isChecked())
        .isPresent();
  }
}
