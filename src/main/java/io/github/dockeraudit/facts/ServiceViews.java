package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Services that several deployments read from the same place, each as that deployment has it. */
public final class ServiceViews {

  private static final Fact<Project, Map<SourceRange, List<Service>>> BY_PLACE =
      Fact.of(ServiceViews::byPlace);

  private ServiceViews() {}

  /** The service itself and what other deployments make of it, in the order of deployments. */
  public static Stream<Service> of(Project project, Service service) {
    return BY_PLACE.about(project).getOrDefault(service.range(), List.of()).stream()
        .filter(view -> view.name().equals(service.name()));
  }

  /** Those, and the service of that name in what stands beside the deployment for production. */
  public static Stream<Service> withProduction(
      Project project, Deployment deployment, Service service) {
    return Stream.concat(
        of(project, service),
        project.productionOf(deployment).stream()
            .flatMap(production -> production.service(service.name()).stream()));
  }

  private static Map<SourceRange, List<Service>> byPlace(Project project) {
    Map<SourceRange, List<Service>> views = new HashMap<>();
    for (Deployment deployment : project.deployments()) {
      for (Service service : deployment.services()) {
        views.computeIfAbsent(service.range(), place -> new ArrayList<>(1)).add(service);
      }
    }
    return views;
  }
}
