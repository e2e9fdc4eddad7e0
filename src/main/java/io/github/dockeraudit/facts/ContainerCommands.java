package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.HealthCheck;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is run in the containers of an image: what they start, and what checks their health. */
public final class ContainerCommands {

  private ContainerCommands() {}

  /** Those of the image itself, and those that compose has for services built from it. */
  public static Stream<SimpleCommand> of(Stage image, Project project) {
    return Stream.concat(
        ofImage(image.finalState()),
        project.builds().stream()
            .filter(build -> build.stage().filter(image::equals).isPresent())
            .map(ServiceBuild::service)
            .flatMap(ContainerCommands::ofService));
  }

  /**
   * What a container of a service starts with: the entry point, then the command.
   *
   * @param image the stage of its image; empty if that is not known
   */
  public static Stream<SimpleCommand> ofStart(Service service, Optional<Stage> image) {
    Optional<State> state = image.map(Stage::finalState);
    Optional<Script> entrypoint =
        service
            .entrypoint()
            .map(ContainerCommands::script)
            .or(() -> state.flatMap(State::entrypoint).map(own -> own.command().script()));
    Optional<Script> command =
        service
            .command()
            .map(ContainerCommands::script)
            .or(
                () ->
                    state
                        .filter(unused -> service.entrypoint().isEmpty())
                        .flatMap(State::cmd)
                        .map(own -> own.command().script()));
    return Stream.of(entrypoint, command)
        .flatMap(Optional::stream)
        .flatMap(script -> script.commands().stream());
  }

  private static Stream<SimpleCommand> ofImage(State state) {
    return Stream.of(
            state.entrypoint().map(Entrypoint::command),
            state.cmd().map(Cmd::command),
            state.healthcheck().flatMap(Healthcheck::command))
        .flatMap(Optional::stream)
        .map(Command::script)
        .flatMap(script -> script.commands().stream());
  }

  private static Stream<SimpleCommand> ofService(Service service) {
    return Stream.of(
            service.entrypoint().map(ContainerCommands::script),
            service.command().map(ContainerCommands::script),
            service.healthcheck().flatMap(HealthCheck::test).map(ContainerCommands::script))
        .flatMap(Optional::stream)
        .flatMap(script -> script.commands().stream());
  }

  /** A list may begin with CMD or CMD-SHELL, if it is a health check. */
  static Script script(CommandLine line) {
    if (line.string().isPresent()) {
      return Script.parse(line.string().get().mappedText(), Dialect.POSIX);
    }
    List<MappedText> words = line.words().stream().map(Scalar::mappedText).toList();
    if (line.startsWith("CMD-SHELL") && words.size() > 1) {
      return Script.parse(words.get(1), Dialect.POSIX);
    }
    int first = line.startsWith("CMD") ? 1 : 0;
    return Script.ofWords(MappedText.of(line.range()), words.subList(first, words.size()));
  }
}
