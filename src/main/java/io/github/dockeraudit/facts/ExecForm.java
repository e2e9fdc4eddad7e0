package io.github.dockeraudit.facts;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a command in shell form as the JSON array that runs the same program without a shell. */
public final class ExecForm {

  /** What only a shell can do itself. */
  private static final Set<String> BUILTINS =
      Set.of(
          ".",
          ":",
          "alias",
          "bg",
          "break",
          "cd",
          "command",
          "continue",
          "eval",
          "exit",
          "export",
          "fg",
          "getopts",
          "hash",
          "jobs",
          "local",
          "read",
          "readonly",
          "return",
          "set",
          "shift",
          "source",
          "times",
          "trap",
          "type",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "wait");

  /** What a shell replaces, where it is not quoted. */
  private static final String PATTERNS = "*?[]{}~";

  private ExecForm() {}

  /**
   * The array in place of a CMD or ENTRYPOINT in shell form, or the reason why there is none.
   *
   * @param instruction the CMD or ENTRYPOINT
   * @param command what it runs
   * @param stage where it stands
   */
  public static Remedy remedy(Instruction instruction, Command command, Stage stage) {
    boolean hasArguments = instruction instanceof Entrypoint && stage.all(Cmd.class).count() > 0;
    Optional<String> array = hasArguments ? inShellOf(command) : of(command);
    if (array.isEmpty()) {
      return Remedy.none("it is no single program; put exec before the last one");
    }
    if (!instruction.comments().isEmpty()) {
      return Remedy.none("there are comments between its lines");
    }
    if (endsInComment(command)) {
      return Remedy.none("a comment stands behind it");
    }
    List<TextEdit> edits = List.of(command.range().replaceWith(array.get()));
    return isArgument(instruction, stage)
        ? Remedy.risky("Write arguments of the entry point as a JSON array", edits)
        : Remedy.intended("Write a JSON array", edits);
  }

  private static boolean endsInComment(Command command) {
    int end =
        command.script().commands().stream().mapToInt(each -> each.range().end()).max().orElse(0);
    SourceRange whole = command.range();
    return end < whole.end() && whole.source().text().substring(end, whole.end()).contains("#");
  }

  /** What an entry point makes of its arguments only its author knows. */
  private static boolean isArgument(Instruction instruction, Stage stage) {
    return instruction instanceof Cmd && stage.finalState().entrypoint().isPresent();
  }

  /**
   * The array for a command in shell form. Where the shell has variables to fill in, it is the
   * array of a shell that the program takes the place of, so that signals reach it all the same.
   * Empty if the command is more than one program.
   */
  static Optional<String> of(Command command) {
    return looksLikeArray(command) ? repaired(command) : ofProgram(command);
  }

  /** Whether a JSON array was meant, which Docker takes for a command as it is none. */
  private static boolean looksLikeArray(Command command) {
    return command.text().text().stripLeading().startsWith("[");
  }

  /** With the only quotes that JSON has; empty if that is not all that was wrong. */
  private static Optional<String> repaired(Command command) {
    String text = command.text().text().strip();
    String array = text.replace('\'', '"');
    boolean isJson =
        text.indexOf('"') < 0
            && Dockerfile.parse(Source.of("", "FROM scratch\nCMD " + array))
                .all(Cmd.class)
                .anyMatch(Instruction::isJson);
    return isJson ? Optional.of(array) : Optional.empty();
  }

  private static Optional<String> ofProgram(Command command) {
    return program(command)
        .map(
            program ->
                isLiteral(program)
                    ? array(withoutExec(program).map(word -> word.literal().orElseThrow()))
                    : inShell(program));
  }

  /** The array of the shell that Docker itself would take, for the program to take its place. */
  private static Optional<String> inShellOf(Command command) {
    return looksLikeArray(command) ? repaired(command) : program(command).map(ExecForm::inShell);
  }

  /** On one line, and with one space where several were there to align lines. */
  private static String inShell(SimpleCommand program) {
    Stream<String> words = withoutExec(program).map(Word::raw);
    return array(
        Stream.of("sh", "-c", Stream.concat(Stream.of("exec"), words).collect(joining(" "))));
  }

  private static Optional<SimpleCommand> program(Command command) {
    List<? extends Node> parts = command.script().block().children();
    return parts.size() == 1 && command.script().remainder().isEmpty()
        ? Optional.of(parts.get(0))
            .filter(SimpleCommand.class::isInstance)
            .map(SimpleCommand.class::cast)
            .filter(ExecForm::isProgram)
        : Optional.empty();
  }

  private static boolean isProgram(SimpleCommand command) {
    return command.assignments().isEmpty()
        && command.redirections().isEmpty()
        && !command.inBackground()
        && withoutExec(command)
            .findFirst()
            .filter(name -> name.literal().isPresent())
            .filter(name -> !BUILTINS.contains(name.prefix()))
            .filter(name -> !name.prefix().startsWith("-"))
            .isPresent();
  }

  private static Stream<Word> withoutExec(SimpleCommand command) {
    return command.words().stream().skip(command.is("exec") ? 1 : 0);
  }

  private static boolean isLiteral(SimpleCommand command) {
    return command.words().stream()
        .allMatch(
            word -> word.literal().filter(text -> isPlain(text) || isQuoted(word)).isPresent());
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> PATTERNS.indexOf(c) >= 0);
  }

  /** Whether one pair of quotes holds all of the word. */
  private static boolean isQuoted(Word word) {
    String raw = word.raw();
    char quote = raw.isEmpty() ? ' ' : raw.charAt(0);
    return (quote == '"' || quote == '\'') && raw.indexOf(quote, 1) == raw.length() - 1;
  }

  private static String array(Stream<String> words) {
    return words.map(ExecForm::string).collect(joining(", ", "[", "]"));
  }

  private static String string(String word) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
