package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ports that the image of a service says it serves, beside those that the service publishes.
 *
 * @param service the service
 * @param exposed what the image exposes, at least one port
 * @param texts what may name a further port
 */
public record ServedPorts(
    Service service, List<io.github.dockeraudit.dockerfile.Port> exposed, List<String> texts) {

  public ServedPorts {
    exposed = List.copyOf(exposed);
    texts = List.copyOf(texts);
  }

  /** Those of a service; empty if the image exposes none, or not all are known. */
  public static Optional<ServedPorts> of(ServiceBuild build, Project project) {
    return build
        .stage()
        .filter(ServedPorts::saysItsPorts)
        .filter(stage -> knowsItsVariables(build, project))
        .map(
            stage ->
                new ServedPorts(
                    build.service(),
                    stage.finalState().exposedPorts(),
                    Stream.concat(
                            texts(build.dockerfile().orElseThrow(), build.service()),
                            settings(build, project))
                        .toList()));
  }

  private static boolean saysItsPorts(Stage stage) {
    boolean allRead =
        stage.finalState().exposed().stream()
            .flatMap(expose -> expose.ports().stream())
            .allMatch(port -> port.literal().isPresent());
    return allRead && !stage.finalState().exposedPorts().isEmpty();
  }

  /** A file of variables that is not there may set any port. */
  private static boolean knowsItsVariables(ServiceBuild build, Project project) {
    return build.service().envFiles().stream()
        .allMatch(
            file -> build.deployment().resolve(file.path()).flatMap(project::source).isPresent());
  }

  /** All that tells the program where to listen, or may. */
  private static Stream<String> texts(Dockerfile file, Service service) {
    Stream<String> instructions =
        file.instructions().stream()
            .filter(instruction -> !(instruction instanceof Expose))
            .map(Instruction::range)
            .map(range -> range.text());
    Stream<String> variables =
        Stream.concat(service.environment().stream(), service.labels().stream())
            .flatMap(variable -> variable.value().stream())
            .map(value -> value.text());
    Stream<String> commands =
        Stream.of(service.command(), service.entrypoint())
            .flatMap(Optional::stream)
            .map(CommandLine::range)
            .map(range -> range.text());
    return Stream.of(instructions, variables, commands).flatMap(each -> each);
  }

  /** The settings of a Java application that is built from the same folder. */
  private static Stream<String> settings(ServiceBuild build, Project project) {
    return build
        .context()
        .flatMap(context -> Paths.resolve(context.folder(), "src/main/resources"))
        .stream()
        .flatMap(folder -> project.tree().entries(folder).stream())
        .filter(path -> Paths.name(path).startsWith("application"))
        .flatMap(path -> project.text(path).stream())
        .map(Source::text);
  }

  /** The published ports, if none of them is among those exposed, and nothing names any of them. */
  public Stream<Port> strangers() {
    boolean isAnyServed =
        service.ports().stream().anyMatch(port -> isExposed(port) || isNamed(port));
    return isAnyServed ? Stream.empty() : service.ports().stream();
  }

  private boolean isExposed(Port port) {
    return exposed.stream()
        .anyMatch(
            own -> own.first() <= port.target().last() && port.target().first() <= own.last());
  }

  private boolean isNamed(Port port) {
    String number = String.valueOf(port.target().first());
    return texts.stream().anyMatch(text -> text.contains(number));
  }

  /** The ports in words: {@code 80, 443}. */
  public String title() {
    return exposed.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
