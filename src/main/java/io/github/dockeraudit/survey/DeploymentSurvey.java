package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import java.util.List;
import java.util.Map;

/**
 * What compose runs together.
 *
 * @param deployment the model
 * @param files the paths of its files, the base file first
 * @param services its services, in the order of the file
 * @param profiles the ways to start it; none if it has no profiles
 * @param order in which order its services start
 * @param configuration how it is configured
 * @param secrets where its secrets come from
 * @param mounts what its services have mounted
 * @param networks who can reach whom
 * @param ports the ports of the host that lead into it
 * @param strengths what is well done, the weightiest first
 * @param weaknesses what rules find in its files, the gravest first
 */
public record DeploymentSurvey(
    Deployment deployment,
    List<String> files,
    List<ServiceSurvey> services,
    List<ProfileSurvey> profiles,
    StartOrder order,
    Configuration configuration,
    SecretCount secrets,
    List<MountSurvey> mounts,
    List<NetworkSurvey> networks,
    List<HostPort> ports,
    List<Strength> strengths,
    List<Weakness> weaknesses) {

  public DeploymentSurvey {
    requireNonNull(deployment);
    files = List.copyOf(files);
    services = List.copyOf(services);
    profiles = List.copyOf(profiles);
    mounts = List.copyOf(mounts);
    networks = List.copyOf(networks);
    ports = List.copyOf(ports);
    strengths = List.copyOf(strengths);
    weaknesses = List.copyOf(weaknesses);
  }

  /**
   * @param byPath what was found, by the path of the file
   */
  static DeploymentSurvey of(
      Project project, Deployment deployment, Map<String, List<Finding>> byPath) {
    List<String> files =
        deployment.files().stream().map(file -> file.source().path()).distinct().toList();
    List<ServiceSurvey> services =
        deployment.services().stream()
            .map(service -> ServiceSurvey.of(project, deployment, service))
            .toList();
    DeploymentSurvey survey =
        new DeploymentSurvey(
            deployment,
            files,
            services,
            ProfileSurvey.of(services),
            StartOrder.of(services),
            Configuration.of(deployment),
            SecretPlaces.in(deployment).count(),
            MountSurvey.of(deployment, services),
            NetworkSurvey.of(deployment),
            HostPort.of(services),
            List.of(),
            Weakness.of(
                files.stream().flatMap(path -> byPath.getOrDefault(path, List.of()).stream())));
    return survey.with(DeploymentStrengths.of(survey));
  }

  private DeploymentSurvey with(List<Strength> found) {
    return new DeploymentSurvey(
        deployment,
        files,
        services,
        profiles,
        order,
        configuration,
        secrets,
        mounts,
        networks,
        ports,
        found,
        weaknesses);
  }

  /** Its files with a plus sign between them. */
  public String title() {
    return String.join(" + ", files);
  }

  /** The services that have a health check for certain. */
  public List<ServiceSurvey> checked() {
    return services.stream().filter(service -> service.health().isChecked()).toList();
  }

  /** The services with data that need a backup. */
  public List<ServiceSurvey> databases() {
    return services.stream().filter(service -> service.kind().isDatabase()).toList();
  }
}
