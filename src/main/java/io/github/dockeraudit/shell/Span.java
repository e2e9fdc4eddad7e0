package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;

/** A stretch of the text of a script. */
public abstract sealed class Span implements Located
    permits Assignment, Expansion, Node, Redirection, Word {

  final MappedText text;
  final int start;
  final int end;

  Span(MappedText text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** The text as the shell sees it: quotes and all, but without the file's line continuations. */
  public final String raw() {
    return text.text().substring(start, end);
  }

  @Override
  public final SourceRange range() {
    return text.range(start, end);
  }

  @Override
  public String toString() {
    return raw();
  }
}
