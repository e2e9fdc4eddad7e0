package io.github.dockeraudit.survey;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.shell.Redirection;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a container begins with a script of the project. */
final class ScriptStart {

  private final Project project;
  private final String name;

  private ScriptStart(Project project, String name) {
    this.project = project;
    this.name = name;
  }

  /**
   * Yes if what a container starts has the name of the script and a COPY names it; no if nothing
   * has its name, or only a file that a RUN of the same image writes.
   */
  static Answer of(Project project, ScriptFile script) {
    return new ScriptStart(project, Paths.name(script.path())).answer();
  }

  private Answer answer() {
    List<Stage> starting = stages().filter(this::starts).toList();
    boolean inCompose = services().anyMatch(this::starts);
    if (starting.isEmpty() && !inCompose) {
      return Answer.NO;
    }
    boolean isCopied = starting.stream().anyMatch(this::isCopied);
    if (isCopied) {
      return Answer.YES;
    }
    boolean allWritten = !inCompose && starting.stream().allMatch(this::isWritten);
    return allWritten ? Answer.NO : Answer.UNKNOWN;
  }

  private Stream<Stage> stages() {
    return project.dockerfiles().stream().map(Dockerfile::stages).flatMap(List::stream);
  }

  private Stream<Service> services() {
    return project.deployments().stream().flatMap(one -> one.services().stream());
  }

  private boolean starts(Stage stage) {
    return Stream.concat(
            stage.finalState().entrypoint().map(one -> one.command()).stream(),
            stage.finalState().cmd().map(one -> one.command()).stream())
        .flatMap(command -> command.script().commands().stream())
        .flatMap(command -> command.words().stream())
        .anyMatch(word -> isNamed(word.literal().orElse(word.raw())));
  }

  private boolean starts(Service service) {
    return Stream.concat(service.entrypoint().stream(), service.command().stream())
        .flatMap(ScriptStart::words)
        .anyMatch(this::isNamed);
  }

  private static Stream<String> words(CommandLine command) {
    return Stream.concat(
        command.string().stream().map(Scalar::text).flatMap(text -> Stream.of(text.split("\\s+"))),
        command.words().stream().map(Scalar::text));
  }

  private boolean isNamed(String path) {
    return Paths.name(path).equals(name);
  }

  private boolean isCopied(Stage stage) {
    return instructions(stage)
        .flatMap(instruction -> ContextCopy.of(instruction).stream())
        .flatMap(copy -> copy.sources().stream())
        .map(Word::text)
        .anyMatch(this::isNamed);
  }

  private boolean isWritten(Stage stage) {
    return instructions(stage)
        .filter(Run.class::isInstance)
        .map(Run.class::cast)
        .flatMap(run -> run.command().script().commands().stream())
        .flatMap(command -> command.redirections().stream())
        .filter(redirection -> redirection.operator().writes())
        .map(Redirection::target)
        .anyMatch(target -> isNamed(target.literal().orElse(target.raw())));
  }

  private static Stream<Instruction> instructions(Stage stage) {
    return stage.ancestors().stream().flatMap(one -> one.instructions().stream());
  }
}
