package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines that go on with an instruction, so far as blanks before them mean nothing. */
public final class ContinuationLines {

  private ContinuationLines() {}

  /**
   * The blanks, possibly none, that each line after the first begins with. Those of comments, of
   * blank lines, of heredocs and in the middle of a word are not among them.
   */
  public static List<SourceRange> of(Instruction instruction) {
    SourceRange whole = instruction.range();
    int end = lastWord(instruction);
    String text = whole.source().text();
    List<SourceRange> lines = new ArrayList<>(0);
    for (int at = next(text, whole.start()); at < end; at = next(text, at)) {
      int start = at;
      int word = at;
      while (word < end && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
        word++;
      }
      boolean isText = word < end && "#\r\n".indexOf(text.charAt(word)) < 0;
      if (isText && !isInWord(start, instruction)) {
        lines.add(whole.source().range(start, word));
      }
    }
    return lines;
  }

  private static int next(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline + 1;
  }

  private static int lastWord(Instruction instruction) {
    List<Word> words = instruction.arguments();
    return words.isEmpty()
        ? instruction.keyword().range().end()
        : words.get(words.size() - 1).range().end();
  }

  private static boolean isInWord(int offset, Instruction instruction) {
    Optional<Script> script = script(instruction);
    if (script.isEmpty()) {
      return instruction.arguments().stream().anyMatch(word -> isWithin(offset, word));
    }
    return script.get().remainder().isPresent()
        || script.get().commands().stream()
            .flatMap(
                command ->
                    Stream.of(command.words(), command.assignments(), command.redirections())
                        .flatMap(List::stream))
            .anyMatch(span -> isWithin(offset, span));
  }

  private static boolean isWithin(int offset, Located span) {
    return span.range().start() < offset && offset < span.range().end();
  }

  /** What a shell reads, in which only words hold their blanks. */
  private static Optional<Script> script(Instruction instruction) {
    Optional<Command> command =
        instruction instanceof Run run
            ? Optional.of(run.command())
            : instruction instanceof Cmd cmd
                ? Optional.of(cmd.command())
                : instruction instanceof Entrypoint entrypoint
                    ? Optional.of(entrypoint.command())
                    : Optional.empty();
    return command.filter(shell -> !shell.isExec()).map(Command::script);
  }
}
