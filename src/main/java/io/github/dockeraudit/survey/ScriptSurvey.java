package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.shell.Compound;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A shell script.
 *
 * @param script the script
 * @param stopsOnError whether it ends at the first command that fails
 * @param handsOver whether its process becomes the command that it is given, so that signals arrive
 * @param waits the loops in which it waits for something, in the order of places
 * @param isExecutable whether somebody may execute it
 * @param startsContainer whether a container begins with it, so far as the files tell
 */
public record ScriptSurvey(
    ScriptFile script,
    boolean stopsOnError,
    boolean handsOver,
    List<SourceRange> waits,
    boolean isExecutable,
    Answer startsContainer) {

  private static final Set<Compound.Kind> LOOPS =
      Set.of(Compound.Kind.WHILE, Compound.Kind.UNTIL, Compound.Kind.FOR);

  public ScriptSurvey {
    requireNonNull(script);
    waits = List.copyOf(waits);
    requireNonNull(startsContainer);
  }

  /** The scripts of a project, by path. */
  static List<ScriptSurvey> of(Project project) {
    return project.scripts().stream().map(script -> of(project, script)).toList();
  }

  private static ScriptSurvey of(Project project, ScriptFile script) {
    List<SimpleCommand> commands = script.script().commands();
    return new ScriptSurvey(
        script,
        isStrict(script) || commands.stream().anyMatch(ScriptSurvey::setsErrexit),
        commands.stream().anyMatch(ScriptSurvey::handsOver),
        loops(script.script().block()).map(Compound::range).toList(),
        script.isExecutable(),
        ScriptStart.of(project, script));
  }

  /** {@code #!/bin/sh -e}. */
  private static boolean isStrict(ScriptFile script) {
    String first = script.source().line(1).text();
    return first.startsWith("#!") && first.matches(".*\\s-[a-z]*e[a-z]*\\s*");
  }

  private static boolean setsErrexit(SimpleCommand command) {
    List<String> words = command.arguments().stream().map(Word::raw).toList();
    boolean isShort = words.stream().anyMatch(word -> word.matches("-[a-zA-Z]*e[a-zA-Z]*"));
    int named = words.indexOf("errexit");
    return command.is("set") && (isShort || named > 0 && words.get(named - 1).startsWith("-"));
  }

  /** {@code exec "$@"}, or whatever it makes of its arguments. */
  private static boolean handsOver(SimpleCommand command) {
    return command.raw().startsWith("exec ")
        && command.words().stream()
            .map(Word::raw)
            .anyMatch(word -> word.contains("$@") || word.contains("$*"));
  }

  /** The outermost loops that sleep. */
  private static Stream<Compound> loops(Node node) {
    if (node instanceof Compound loop
        && LOOPS.contains(loop.kind())
        && loop.commands().stream().anyMatch(command -> command.unwrapped().is("sleep"))) {
      return Stream.of(loop);
    }
    return node.children().stream().flatMap(ScriptSurvey::loops);
  }

  /** The path. */
  public String path() {
    return script.path();
  }
}
