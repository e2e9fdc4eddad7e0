package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.PortRange;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ServiceProbe.Timing;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The health check of a program of the project itself, by its command or the port it serves. */
final class ProgramProbe {

  private final Service service;
  private final Optional<Stage> stage;
  private final Optional<BaseImage> base;
  private final List<SimpleCommand> commands;

  /**
   * @param stage what the service is built from; empty if it is not known or not built
   * @param image the image that it runs as it is; empty if it is built
   */
  ProgramProbe(Service service, Optional<Stage> stage, Optional<ImageReference> image) {
    this.service = service;
    this.stage = stage;
    this.base =
        stage.flatMap(built -> built.root().image()).or(() -> image).flatMap(BaseImages::find);
    this.commands = ContainerCommands.ofStart(service, stage).toList();
  }

  ServiceProbe probe() {
    Optional<SimpleCommand> celery =
        commands.stream().filter(command -> command.is("celery")).findFirst();
    return celery.map(ProgramProbe::celery).orElseGet(this::port);
  }

  /** Every worker of an application answers a ping through the broker. */
  private static ServiceProbe celery(SimpleCommand command) {
    if (!hasWord(command, "worker")) {
      return ServiceProbe.none("only a worker of celery answers a ping");
    }
    Optional<String> application =
        command.flagValue("-A", "--app").flatMap(Word::literal).filter(ProgramProbe::isPlain);
    if (application.isEmpty()) {
      return ServiceProbe.none("its command does not name the application of celery");
    }
    if (command.flagValue("-P", "--pool").filter(pool -> pool.is("solo")).isPresent()) {
      return ServiceProbe.none("a worker without a pool answers no ping while it works");
    }
    boolean isNamed = command.flagValue("-n", "--hostname").isPresent();
    return ServiceProbe.risky(
        "[\"CMD-SHELL\", \"celery -A %s inspect ping%s\"]"
            .formatted(application.get(), isNamed ? "" : " -d celery@$$HOSTNAME"),
        Timing.RARE);
  }

  private static boolean hasWord(SimpleCommand command, String word) {
    return command.arguments().stream().anyMatch(argument -> argument.is(word));
  }

  /** Letters and the like, which need no quotes anywhere. */
  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._:-/".indexOf(c) >= 0);
  }

  private ServiceProbe port() {
    boolean hasOwnCommand = service.command().isPresent() || service.entrypoint().isPresent();
    if (!hasOwnCommand && stage.filter(ProgramProbe::canHaveProbe).isPresent()) {
      return ServiceProbe.none("a check of its port belongs into its Dockerfile");
    }
    Set<Integer> ports = ports();
    if (ports.size() != 1) {
      return ServiceProbe.none(
          ports.isEmpty()
              ? "it serves no port that could be tried"
              : "it serves several ports, of which any may be the one to try");
    }
    return PortProbe.command(base, String.valueOf(ports.iterator().next()))
        .map(command -> ServiceProbe.risky("[\"CMD\", " + command.substring(1), Timing.SLOW))
        .orElseGet(
            () -> ServiceProbe.none("its image is not known to have a tool to try its port with"));
  }

  private static boolean canHaveProbe(Stage stage) {
    return StagePurpose.isService(stage) && PortProbe.of(stage).obstacle().isEmpty();
  }

  /** The ports that the service listens on, by what is published or named of it. */
  private Set<Integer> ports() {
    Stream<PortRange> published =
        service.ports().stream().filter(port -> port.protocol().equals("tcp")).map(Port::target);
    Stream<PortRange> exposed =
        service.expose().stream().map(Scalar::text).flatMap(text -> range(text).stream());
    return Stream.concat(published, exposed)
        .flatMap(range -> Stream.of(range.first(), range.last()))
        .collect(Collectors.toSet());
  }

  private static Optional<PortRange> range(String text) {
    boolean isPort = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isPort && text.length() < 6
        ? Optional.of(new PortRange(Integer.parseInt(text), Integer.parseInt(text)))
        : Optional.empty();
  }
}
