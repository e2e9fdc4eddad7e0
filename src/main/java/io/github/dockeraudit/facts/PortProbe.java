package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Port;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A health check that tries whether the program of an image accepts connections: it needs to know
 * no more than the port, and a tool that the base image is known to have. Where people log in says
 * nothing of the service.
 */
public final class PortProbe {

  private static final String FLAGS = "--timeout=5s --start-period=30s ";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?\\w+}?");

  private final Stage stage;
  private final List<Port> ports;
  private final Optional<BaseImage> base;

  private PortProbe(Stage stage) {
    this.stage = stage;
    this.ports =
        stage.finalState().exposedPorts().stream()
            .filter(port -> !port.isForAdministration())
            .toList();
    this.base = stage.root().image().flatMap(BaseImages::find);
  }

  /** The probe for the images of a stage. */
  public static PortProbe of(Stage stage) {
    return new PortProbe(stage);
  }

  /** The instruction at its place, or the reason why there can be none. */
  public Remedy remedy(Dockerfile file, Project project) {
    return obstacle()
        .or(() -> obstacle(file, project))
        .map(Remedy::none)
        .orElseGet(() -> Remedy.intended("Try the port", List.of(insertion(file))));
  }

  /** After the port that it tries, or before what the container runs, or at the end. */
  private TextEdit insertion(Dockerfile file) {
    List<Instruction> all = stage.instructions();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i) instanceof Expose expose) {
        return expose.lineAfter(instruction());
      }
    }
    for (Instruction each : all) {
      if (each instanceof Entrypoint || each instanceof Cmd) {
        String newline = file.source().lineEnding();
        return file.withComments(each).insertBefore(each.alike(instruction()) + newline);
      }
    }
    return (all.isEmpty() ? stage.from() : all.get(all.size() - 1)).lineAfter(instruction());
  }

  /** Why there can be none; empty if there can. */
  Optional<String> obstacle() {
    if (ports.size() != 1 || ports.get(0).first() != ports.get(0).last()) {
      return Optional.of("which port to try is not known");
    }
    if (!ports.get(0).protocol().equals("tcp")) {
      return Optional.of("whether a port of %s answers takes its client".formatted(protocol()));
    }
    if (stage.isScratch() || base.filter(image -> image.hasShell() == Answer.NO).isPresent()) {
      return Optional.of("the image has no tool to try the port with; the program has to do it");
    }
    return tool().isEmpty()
        ? Optional.of("whether the image has a tool to try the port with is not known")
        : Optional.empty();
  }

  private Optional<String> obstacle(Dockerfile file, Project project) {
    if (ServerPort.in(file, project).findAny().isPresent()) {
      return Optional.of("the application listens on another port");
    }
    return project.builds(file).stream()
        .filter(build -> build.isOf(stage))
        .map(ServiceBuild::service)
        .filter(this::isOtherProgram)
        .findFirst()
        .map(service -> "'%s' runs another program in it".formatted(service.name()));
  }

  /** A worker listens on no port of the image that it shares with the server. */
  private boolean isOtherProgram(Service service) {
    return (service.command().isPresent() || service.entrypoint().isPresent())
        && service.healthcheck().isEmpty()
        && service.ports().stream().noneMatch(port -> port.target().contains(ports.get(0).first()));
  }

  private String protocol() {
    return ports.get(0).protocol().toUpperCase(Locale.ROOT);
  }

  private String instruction() {
    return "HEALTHCHECK " + FLAGS + "CMD " + tool().orElseThrow();
  }

  private Optional<String> tool() {
    return command(base, variable().orElseGet(() -> String.valueOf(ports.get(0).first())));
  }

  /** The variable of the container that says the port, and may say another when it is started. */
  private Optional<String> variable() {
    return stage.finalState().exposed().stream()
        .flatMap(expose -> expose.ports().stream())
        .map(Word::text)
        .filter(text -> VARIABLE.matcher(text).matches())
        .map(text -> text.replaceAll("[${}]", ""))
        .filter(this::isInEnvironment)
        .findFirst()
        .map(name -> "$" + name);
  }

  private boolean isInEnvironment(String name) {
    return stage.ancestors().stream()
        .flatMap(each -> each.all(Env.class))
        .flatMap(env -> env.assignments().stream())
        .anyMatch(assignment -> assignment.name().text().equals(name));
  }

  /**
   * The command that tries a port, as a JSON array; empty if the base image is not known to have a
   * tool. Bash opens connections itself; BusyBox has a netcat.
   *
   * @param port its number, or a variable that holds it
   */
  static Optional<String> command(Optional<BaseImage> base, String port) {
    Optional<String> shell = base.flatMap(BaseImage::shell);
    if (shell.filter("bash"::equals).isPresent()) {
      return Optional.of("[\"bash\", \"-c\", \"</dev/tcp/127.0.0.1/%s\"]".formatted(port));
    }
    String netcat =
        port.startsWith("$")
            ? "[\"sh\", \"-c\", \"nc -z 127.0.0.1 %s\"]"
            : "[\"nc\", \"-z\", \"127.0.0.1\", \"%s\"]";
    boolean isBusyBox = base.filter(image -> image.family() == BaseImage.Family.ALPINE).isPresent();
    return isBusyBox ? Optional.of(netcat.formatted(port)) : Optional.empty();
  }
}
