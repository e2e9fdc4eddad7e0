package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.Project;
import java.util.List;

/**
 * Where one service gets its health check from.
 *
 * @param deployment the deployment that runs the service
 * @param service the service
 * @param origin where its check comes from
 */
public record HealthCoverage(Deployment deployment, Service service, HealthOrigin origin) {

  /** One for each service of each deployment, in their order. */
  public static List<HealthCoverage> of(Project project) {
    return project.deployments().stream()
        .flatMap(
            deployment ->
                deployment.services().stream().map(service -> of(project, deployment, service)))
        .toList();
  }

  private static HealthCoverage of(Project project, Deployment deployment, Service service) {
    return new HealthCoverage(
        deployment, service, HealthChecks.ofService(project, deployment, service));
  }
}
