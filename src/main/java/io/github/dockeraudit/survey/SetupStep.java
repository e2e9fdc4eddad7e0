package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.survey.HostPort.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a new developer.
 *
 * @param kind what it is
 * @param text what to type, or where to look
 */
public record SetupStep(Kind kind, String text) {

  /** What a step is. */
  public enum Kind {
    /** Makes the file of variables. */
    CONFIGURE,
    /** Starts the services. */
    START,
    /** Opens what now runs. */
    OPEN
  }

  public SetupStep {
    requireNonNull(kind);
    requireNonNull(text);
  }

  /** The steps for the deployment that compose runs by itself; none if there is none. */
  static List<SetupStep> of(
      Project project,
      List<DeploymentSurvey> deployments,
      Map<Task, List<DeveloperCommand>> offered) {
    Optional<DeploymentSurvey> main =
        deployments.stream()
            .filter(one -> ComposeFile.isFoundByCompose(Paths.name(one.files().get(0))))
            .findFirst();
    List<SetupStep> steps = new ArrayList<>();
    main.ifPresent(
        deployment -> {
          configure(project, deployment).ifPresent(steps::add);
          steps.add(new SetupStep(Kind.START, start(deployment, offered)));
          deployment.ports().stream()
              .filter(port -> port.reach() != Reach.OTHER && !port.kind().isSensitive())
              .filter(port -> startsAlways(deployment, port))
              .flatMap(port -> address(port).stream())
              .forEachOrdered(steps::add);
        });
    return steps;
  }

  private static Optional<SetupStep> configure(Project project, DeploymentSurvey deployment) {
    boolean isRead =
        !deployment.configuration().names().isEmpty()
            || !deployment.configuration().envFiles().isEmpty();
    return project.envFiles().stream()
        .filter(DotEnv::isExample)
        .map(file -> file.source().path())
        .filter(path -> isRead)
        .findFirst()
        .map(path -> new SetupStep(Kind.CONFIGURE, "cp %s %s".formatted(path, target(path))));
  }

  private static String target(String example) {
    return Paths.child(Paths.parent(example), ".env");
  }

  private static String start(
      DeploymentSurvey deployment, Map<Task, List<DeveloperCommand>> offered) {
    String base = deployment.files().get(0);
    String compose =
        ComposeFile.BASE_NAMES.contains(base)
            ? "docker compose up -d"
            : "docker compose -f " + base + " up -d";
    return offered.getOrDefault(Task.UP, List.of()).stream()
        .findFirst()
        .map(DeveloperCommand::toString)
        .orElse(compose);
  }

  private static boolean startsAlways(DeploymentSurvey deployment, HostPort port) {
    return deployment.services().stream()
        .anyMatch(one -> one.name().equals(port.service()) && one.profiles().isEmpty());
  }

  private static Optional<SetupStep> address(HostPort port) {
    return port.published()
        .filter(range -> port.protocol().equals("tcp") && range.size() == 1)
        .map(
            range ->
                new SetupStep(
                    Kind.OPEN, "localhost:%s (%s)".formatted(range.first(), port.service())));
  }
}
