package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Optional;
import java.util.stream.Stream;

/** The scripts of a project that containers begin with. */
final class EntryScripts {

  private EntryScripts() {}

  /** Whether a script that the containers of a stage begin with goes on as another user. */
  static boolean stepDown(Stage stage, Project project) {
    return of(stage, project)
        .flatMap(script -> script.script().commands().stream())
        .anyMatch(EffectiveUser::stepsDown);
  }

  /** Those that have the name of a program in ENTRYPOINT or CMD, wherever they lie. */
  private static Stream<ScriptFile> of(Stage stage, Project project) {
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
        .flatMap(run -> run.program().stream());
  }

  private static boolean isCalled(ScriptFile script, String name) {
    return script.path().equals(name) || script.path().endsWith("/" + name);
  }
}
