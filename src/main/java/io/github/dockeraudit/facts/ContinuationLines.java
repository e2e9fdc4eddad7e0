package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Words words = null;
    for (int at = next(text, whole.start()); at < end; at = next(text, at)) {
      int start = at;
      int word = at;
      while (word < end && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
        word++;
      }
      boolean isText = word < end && "#\r\n".indexOf(text.charAt(word)) < 0;
      if (isText) {
        words = words == null ? new Words(instruction) : words;
        if (!words.hold(start)) {
          lines.add(whole.source().range(start, word));
        }
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

  /** The words of an instruction, to be asked for one offset after the other. */
  private static final class Words {

    private final List<SourceRange> ranges = new ArrayList<>();
    private final boolean areUnknown;

    /** The next of the ranges, and the furthest end of those before it. */
    private int next;

    private int furthest;

    Words(Instruction instruction) {
      Optional<Script> script = script(instruction);
      this.areUnknown = script.flatMap(Script::remainder).isPresent();
      if (script.isEmpty()) {
        instruction.arguments().forEach(this::add);
      } else if (!areUnknown) {
        for (SimpleCommand command : script.get().commands()) {
          command.words().forEach(this::add);
          command.assignments().forEach(this::add);
          command.redirections().forEach(this::add);
        }
      }
      ranges.sort(null);
    }

    private void add(Located word) {
      ranges.add(word.range());
    }

    /** Whether one of them goes on at an offset, which is no smaller than the one before. */
    boolean hold(int offset) {
      while (next < ranges.size() && ranges.get(next).start() < offset) {
        furthest = Math.max(furthest, ranges.get(next).end());
        next++;
      }
      return areUnknown || offset < furthest;
    }
  }
}
