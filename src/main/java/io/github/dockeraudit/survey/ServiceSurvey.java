package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Resources;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.HealthChecks;
import io.github.dockeraudit.facts.Jobs;
import io.github.dockeraudit.facts.LimitedService;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One service of a deployment.
 *
 * @param service the service
 * @param kind what it is, in a word or two: {@code database}, {@code cache}, {@code worker}, {@code
 *     application}
 * @param buildsFrom the Dockerfile and its target; empty if it runs an image as it is
 * @param profiles the profiles that start it, sorted; none if it always starts
 * @param dependsOn what is started before it, in the order of the file
 * @param health its health check
 * @param isJob whether it ends by itself
 * @param isForDevelopment whether only developers run it
 * @param hasMemoryLimit whether its memory is limited
 * @param hasCpuLimit whether its processors are limited
 * @param restart the restart policy as written; empty if there is none
 */
public record ServiceSurvey(
    Service service,
    ServiceType kind,
    Optional<String> buildsFrom,
    List<String> profiles,
    List<Edge> dependsOn,
    ServiceHealth health,
    boolean isJob,
    boolean isForDevelopment,
    boolean hasMemoryLimit,
    boolean hasCpuLimit,
    Optional<String> restart) {

  /** The condition that compose takes where none is given. */
  static final String STARTED = "service_started";

  /**
   * A dependency.
   *
   * @param on the service that is started first
   * @param condition what it is waited for: {@code service_started}, {@code service_healthy} or
   *     {@code service_completed_successfully}
   * @param isOptional whether it need not be there
   */
  public record Edge(String on, String condition, boolean isOptional) {

    /** The condition in a word: {@code healthy}. */
    public String shortCondition() {
      String word = condition.replace("service_", "").replace("_successfully", "");
      return word.toLowerCase(Locale.ROOT);
    }
  }

  public ServiceSurvey {
    requireNonNull(service);
    requireNonNull(kind);
    requireNonNull(health);
    profiles = List.copyOf(profiles);
    dependsOn = List.copyOf(dependsOn);
  }

  static ServiceSurvey of(Project project, Deployment deployment, Service service) {
    Optional<ServiceBuild> build = project.build(deployment, service);
    return new ServiceSurvey(
        service,
        ServiceType.of(project, deployment, service),
        buildsFrom(service, build),
        service.profiles().stream().map(Scalar::text).distinct().sorted().toList(),
        service.dependsOn().stream().map(ServiceSurvey::edge).toList(),
        ServiceHealth.of(service, build, HealthChecks.ofService(project, deployment, service)),
        Jobs.isJob(deployment, service),
        build.filter(ServiceBuild::isForDevelopment).isPresent(),
        LimitedService.limitsMemory(service),
        LimitedService.limitsCpus(service),
        service.restart().map(Scalar::text));
  }

  private static Edge edge(Dependency dependency) {
    return new Edge(
        dependency.service(),
        dependency.condition().map(Scalar::text).orElse(STARTED),
        dependency.isOptional());
  }

  private static Optional<String> buildsFrom(Service service, Optional<ServiceBuild> build) {
    String file = build.flatMap(ServiceBuild::dockerfilePath).orElse("a Dockerfile");
    return service
        .build()
        .map(own -> own.target().map(target -> file + " (" + target.raw() + ")").orElse(file));
  }

  /** The name. */
  public String name() {
    return service.name();
  }

  /** The limits as written; empty ones where there are none. */
  public Resources limits() {
    return service.limits();
  }
}
