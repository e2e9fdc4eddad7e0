package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scripts of a project that containers begin with. */
public final class EntryScripts {

  private EntryScripts() {}

  /** Whether a script that the containers of a stage begin with goes on as another user. */
  static boolean stepDown(Stage stage, Project project) {
    return of(stage, project)
        .flatMap(script -> script.script().commands().stream())
        .anyMatch(EffectiveUser::stepsDown);
  }

  /** Those that have the name of a program in ENTRYPOINT or CMD, wherever they lie. */
  public static Stream<ScriptFile> of(Stage stage, Project project) {
    if (project.scripts().isEmpty()) {
      return Stream.empty();
    }
    State state = stage.finalState();
    return Stream.of(
            state.entrypoint().map(entrypoint -> entrypoint.command()),
            state.cmd().map(cmd -> cmd.command()))
        .flatMap(Optional::stream)
        .flatMap(EntryScripts::programs)
        .flatMap(name -> project.scripts().stream().filter(script -> isCalled(script, name)));
  }

  private static Stream<String> programs(Command command) {
    return command.script().commands().stream()
        .map(SimpleCommand::unwrapped)
        .flatMap(run -> Stream.concat(run.program().stream(), readByShell(run)));
  }

  /** What a shell that is called as {@code sh start.sh} reads. */
  private static Stream<String> readByShell(SimpleCommand run) {
    Optional<String> program = run.name().flatMap(Word::literal);
    boolean isShell =
        run.is(".", "source")
            || program.filter(path -> Dialect.of(List.of(path)) != Dialect.OPAQUE).isPresent();
    return isShell && run.script().isEmpty()
        ? run.operands().stream().limit(1).flatMap(word -> word.literal().stream()).map(Paths::name)
        : Stream.empty();
  }

  private static boolean isCalled(ScriptFile script, String name) {
    return script.path().equals(name) || script.path().endsWith("/" + name);
  }
}
