package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Options for Java in a variable that nothing reads: what the container starts is Java itself, and
 * no shell that would put them in.
 *
 * @param name the name of the variable
 * @param range where it is set
 */
public record UnreadJvmVariable(String name, SourceRange range) implements Located {

  /** Names that only start scripts read, and Java does not. */
  private static final Set<String> BY_SCRIPTS =
      Set.of("JAVA_OPTIONS", "JAVA_OPTS", "JVM_OPTIONS", "JVM_OPTS");

  /** All of a project. */
  public static Stream<UnreadJvmVariable> in(Project project) {
    return Stream.concat(
        project.dockerfiles().stream()
            .flatMap(file -> project.shippedStages(file).stream())
            .flatMap(UnreadJvmVariable::in),
        project.builds().stream().flatMap(UnreadJvmVariable::in));
  }

  private static Stream<UnreadJvmVariable> in(Stage image) {
    List<SimpleCommand> started = JvmOption.started(image);
    return isJavaAlone(started)
        ? image.ancestors().stream()
            .flatMap(stage -> stage.all(Env.class))
            .flatMap(env -> env.assignments().stream())
            .filter(set -> set.value().filter(value -> !value.isEmpty()).isPresent())
            .filter(set -> isUnread(set.name().text(), started))
            .map(set -> new UnreadJvmVariable(set.name().text(), set.name().range()))
        : Stream.empty();
  }

  private static Stream<UnreadJvmVariable> in(ServiceBuild build) {
    Service service = build.service();
    Optional<Stage> image = build.stage();
    List<SimpleCommand> started = ContainerCommands.ofStart(service, image).toList();
    return image.isPresent() && isJavaAlone(started)
        ? service.environment().stream()
            .filter(variable -> isUnread(variable.name(), started))
            .map(variable -> new UnreadJvmVariable(variable.name(), variable.key().range()))
        : Stream.empty();
  }

  /** What comes after the first command is its arguments, or is run when Java has ended. */
  private static boolean isJavaAlone(List<SimpleCommand> started) {
    return !started.isEmpty() && started.get(0).is("java");
  }

  private static boolean isUnread(String name, List<SimpleCommand> started) {
    return BY_SCRIPTS.contains(name)
        && started.stream().noneMatch(command -> command.raw().contains(name));
  }

  /** Gives it the name by which Java itself reads it. */
  public Remedy remedy() {
    return Remedy.intended(
        "Call it as Java does",
        List.of(range.replaceWith(range.text().replace(name, "JAVA_TOOL_OPTIONS"))));
  }
}
