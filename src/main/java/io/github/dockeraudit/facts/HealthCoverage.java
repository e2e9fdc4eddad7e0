package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * Those of the services that have no check in any deployment which reads them from the same
   * place, such as that with the override for production.
   */
  public static Stream<HealthCoverage> neverChecked(Project project) {
    List<HealthCoverage> all = of(project);
    Set<SourceRange> checked =
        all.stream()
            .filter(each -> each.origin.isChecked())
            .map(each -> each.service.range())
            .collect(Collectors.toSet());
    return all.stream().filter(each -> !checked.contains(each.service.range()));
  }

  private static HealthCoverage of(Project project, Deployment deployment, Service service) {
    return new HealthCoverage(
        deployment, service, HealthChecks.ofService(project, deployment, service));
  }
}
