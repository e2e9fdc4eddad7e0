package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
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
      while (word < end && isBlank(text.charAt(word))) {
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

    private final Instruction instruction;
    private final Optional<Script> script;

    /** Those that may have blanks in them, and all; read on first use. */
    private Stretches withBlanks;

    private Stretches all;

    Words(Instruction instruction) {
      this.instruction = instruction;
      this.script = script(instruction);
    }

    /** Whether one of them goes on at an offset, which is no smaller than the one before. */
    boolean hold(int offset) {
      if (script.isEmpty()) {
        all = all == null ? Stretches.of(instruction.arguments()) : all;
        return all.hold(offset);
      }
      if (script.get().remainder().isPresent()) {
        return true;
      }
      if (isBlank(instruction.range().source().text().charAt(offset))) {
        withBlanks = withBlanks == null ? Stretches.of(script.get(), true) : withBlanks;
        return withBlanks.hold(offset);
      }
      all = all == null ? Stretches.of(script.get(), false) : all;
      return all.hold(offset);
    }
  }

  /** Stretches of text that may overlap. */
  private static final class Stretches {

    private final List<SourceRange> ranges = new ArrayList<>();

    /** The next of the ranges, and the furthest end of those before it. */
    private int next;

    private int furthest;

    static Stretches of(List<Word> words) {
      Stretches stretches = new Stretches();
      words.forEach(word -> stretches.ranges.add(word.range()));
      stretches.ranges.sort(null);
      return stretches;
    }

    /**
     * @param withBlanks whether words do not matter that cannot have blanks in them
     */
    static Stretches of(Script script, boolean withBlanks) {
      Stretches stretches = new Stretches();
      for (SimpleCommand command : script.commands()) {
        for (io.github.dockeraudit.shell.Word word : command.words()) {
          if (!withBlanks || word.isQuoted() || word.literal().isEmpty()) {
            stretches.ranges.add(word.range());
          }
        }
        command.assignments().forEach(it -> stretches.ranges.add(it.range()));
        command.redirections().forEach(it -> stretches.ranges.add(it.range()));
      }
      stretches.ranges.sort(null);
      return stretches;
    }

    boolean hold(int offset) {
      while (next < ranges.size() && ranges.get(next).start() < offset) {
        furthest = Math.max(furthest, ranges.get(next).end());
        next++;
      }
      return offset < furthest;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
