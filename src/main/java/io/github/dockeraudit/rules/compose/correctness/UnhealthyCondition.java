package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.CheckedService;
import io.github.dockeraudit.facts.HealthChecks;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnhealthyCondition implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2006", "unhealthy-condition")
        .summary("A service waits for the health of one that has no health check")
        .why(
            """
            `condition: service_healthy` ends the start with `has no healthcheck configured` if neither the compose file
            nor the image of the other service has a check; the service that waits never starts. The check of an image
            that is not known may be there, and nothing is said of it.
            """)
        .bad(
            """
            services:
              shop:
                image: example.com/shop:2
                depends_on:
                  database:
                    condition: service_healthy
              database:
                image: postgres:16
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
                  test: ["CMD-SHELL", "pg_isready -U $${POSTGRES_USER:-postgres} -d $${POSTGRES_DB:-$${POSTGRES_USER:-postgres}}"]
                  interval: 10s
                  timeout: 5s
                  retries: 5
                  start_period: 30s
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
        .flatMap(service -> service.dependsOn().stream())
        .filter(each -> each.condition().filter(c -> c.is("service_healthy")).isPresent())
        .flatMap(
            dependency ->
                deployment.service(dependency.service()).stream()
                    .filter(other -> isUnchecked(project, deployment, other))
                    .map(other -> finding(project, deployment, dependency, other)));
  }

  private static boolean isUnchecked(Project project, Deployment deployment, Service service) {
    Kind kind = HealthChecks.ofService(project, deployment, service).kind();
    return kind == Kind.NONE || kind == Kind.DISABLED;
  }

  private Finding finding(
      Project project, Deployment deployment, Dependency dependency, Service other) {
    return finding(
            dependency, "'%s' has no health check, so this never starts; give it one", other.name())
        .mendedBy(() -> remedy(project, deployment, other));
  }

  private static Remedy remedy(Project project, Deployment deployment, Service other) {
    return HealthChecks.ofService(project, deployment, other).kind() == Kind.DISABLED
        ? Remedy.none("somebody has switched its check off")
        : CheckedService.remedy(project, deployment, other);
  }
}
