package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.HealthCheck;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The command of a health check, and what is known of the image that it is run in.
 *
 * @param range the command
 * @param script what it runs
 * @param lacks whether the image certainly lacks a program of that name
 */
public record Probe(SourceRange range, Script script, Predicate<String> lacks) implements Located {

  /** What says whether a probe before it has failed, and is no probe itself. */
  private static final String[] AROUND = {
    "[", "echo", "exit", "false", "grep", "kill", "test", "true"
  };

  /** All of a project: those of its stages, and those that compose files give to services. */
  public static Stream<Probe> in(Project project) {
    return Stream.concat(
        project.dockerfiles().stream().flatMap(Probe::in),
        project.deployments().stream()
            .flatMap(
                deployment ->
                    deployment.services().stream()
                        .flatMap(service -> of(service, deployment, project).stream())));
  }

  private static Stream<Probe> in(Dockerfile file) {
    return file.all(Healthcheck.class)
        .flatMap(
            check ->
                file.stageOf(check).stream()
                    .flatMap(stage -> check.command().map(command -> of(stage, command)).stream()));
  }

  private static Probe of(Stage stage, io.github.dockeraudit.dockerfile.Command command) {
    return new Probe(
        command.range(), command.script(), program -> ImageContents.lacks(stage, program));
  }

  private static Optional<Probe> of(Service service, Deployment deployment, Project project) {
    return service
        .healthcheck()
        .filter(check -> !check.isDisabled())
        .flatMap(HealthCheck::test)
        .flatMap(test -> missingIn(service, deployment, project).map(lacks -> of(test, lacks)));
  }

  private static Probe of(CommandLine test, Predicate<String> lacks) {
    return new Probe(test.range(), ContainerCommands.script(test), lacks);
  }

  private static Optional<Predicate<String>> missingIn(
      Service service, Deployment deployment, Project project) {
    if (service.build().isPresent()) {
      return project
          .build(deployment, service)
          .flatMap(ServiceBuild::stage)
          .map(stage -> program -> ImageContents.lacks(stage, program));
    }
    return service
        .image()
        .flatMap(Scalar::value)
        .flatMap(ImageReference::parse)
        .map(image -> program -> ImageContents.lacks(image, program));
  }

  /** The program that it calls and the image lacks; empty if another one takes its place. */
  public Optional<String> missingProgram() {
    List<SimpleCommand> probes =
        script.commands().stream().filter(command -> !command.unwrapped().is(AROUND)).toList();
    return probes.size() == 1
        ? probes.get(0).unwrapped().program().filter(lacks)
        : Optional.empty();
  }
}
