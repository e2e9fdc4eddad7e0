package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.facts.EntryScripts;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A script that the containers of a shipped image begin with.
 *
 * @param file the script
 */
public record EntryScript(ScriptFile file) implements Located {

  /** The line that names the program which runs it. */
  @Override
  public SourceRange range() {
    return file.source().line(1);
  }

  /** All of a project, each once. */
  public static Stream<EntryScript> in(Project project) {
    if (project.scripts().isEmpty()) {
      return Stream.empty();
    }
    return project.dockerfiles().stream()
        .flatMap(dockerfile -> project.shippedStages(dockerfile).stream())
        .flatMap(stage -> EntryScripts.of(stage, project))
        .distinct()
        .map(EntryScript::new);
  }

  /** The call of what the script is given, if it ends with that and stays the first process. */
  public Optional<SimpleCommand> keptCall() {
    List<SimpleCommand> commands = file.script().commands();
    return commands.stream()
        .skip(Math.max(0, commands.size() - 1))
        .filter(command -> command.assignments().isEmpty() && !command.words().isEmpty())
        .filter(command -> Set.of("\"$@\"", "$@", "$*").contains(wordsOf(command)))
        .findFirst();
  }

  private static String wordsOf(SimpleCommand command) {
    return command.words().get(0).range().text();
  }

  /** Puts what is called in the place of the shell. */
  public static Remedy exec(SimpleCommand call) {
    return Remedy.intended("Say exec", List.of(call.words().get(0).range().insertBefore("exec ")));
  }

  /** Whether a command that fails does not end it, though others come after. */
  public boolean goesOn() {
    List<SimpleCommand> commands = file.script().commands();
    return file.hasInterpreter()
        && commands.size() > 2
        && !range().text().contains(" -e")
        && commands.stream().noneMatch(EntryScript::ends);
  }

  private static boolean ends(SimpleCommand command) {
    return command.is("trap")
        || command.is("set")
            && command.arguments().stream()
                .map(word -> word.range().text())
                .anyMatch(option -> option.matches("-[a-z]*e[a-z]*") || option.equals("errexit"));
  }

  /** Lets it end at the first command that fails. */
  public Remedy end() {
    Source source = file.source();
    int end = range().end();
    return Remedy.risky(
        "Add set -e", List.of(source.range(end, end).insertAfter(source.lineEnding() + "set -e")));
  }
}
