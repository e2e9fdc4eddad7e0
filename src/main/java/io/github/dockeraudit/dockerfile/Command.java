package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;

/** What RUN, CMD, ENTRYPOINT or HEALTHCHECK executes. */
public final class Command implements Located {

  private final Line line;
  private final List<Word> words;
  private final boolean exec;

  Command(Line line, List<Word> words, boolean exec) {
    this.line = line;
    this.words = words;
    this.exec = exec;
  }

  /** The command as written, without keyword and flags; empty range if there is none. */
  @Override
  public SourceRange range() {
    return words.isEmpty()
        ? line.range(line.end, line.end)
        : words.get(0).range().union(words.get(words.size() - 1).range());
  }

  /** Whether it is a JSON array, which no shell interprets. */
  public boolean isExec() {
    return exec;
  }

  /** Whether there is nothing to execute. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The text given to the shell: that of a lone heredoc, or all lines; empty in exec form. */
  public MappedText text() {
    return exec || words.isEmpty() ? line.mapped(line.end, line.end) : words.get(0).mapped();
  }

  /** The program and its arguments in exec form; empty in shell form. */
  public List<Word> words() {
    return exec ? words : List.of();
  }
}
