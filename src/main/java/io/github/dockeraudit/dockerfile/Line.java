package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;

/** The text of one instruction after its continuation lines have been joined, without heredocs. */
final class Line {

  /** The text that {@link Word}s are stretches of: the whole file, or the joined lines. */
  final String text;

  /** Where the instruction begins and ends in {@link #text}. */
  final int start;

  final int end;

  /** The escape character in effect. */
  final char escape;

  private final Source source;

  /** Maps {@link #text} to the file; null if it is the text of the file. */
  private final MappedText joined;

  /** An instruction on one line. */
  Line(Source source, int start, int end, char escape) {
    this.source = source;
    this.text = source.text();
    this.start = start;
    this.end = end;
    this.escape = escape;
    this.joined = null;
  }

  /** An instruction on several lines. */
  Line(MappedText joined, char escape) {
    this.source = joined.source();
    this.text = joined.text();
    this.start = 0;
    this.end = text.length();
    this.escape = escape;
    this.joined = joined;
  }

  Source source() {
    return source;
  }

  SourceRange range(int from, int to) {
    return joined == null ? source.range(from, to) : joined.range(from, to);
  }

  MappedText mapped(int from, int to) {
    return joined == null ? MappedText.of(source.range(from, to)) : joined.substring(from, to);
  }
}
