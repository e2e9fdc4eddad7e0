package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;

/** The text of one instruction after its continuation lines have been joined, without heredocs. */
final class Line {

  /** The text that words are stretches of: that of the whole file, or the joined lines. */
  final String text;

  /** Where the instruction begins in {@link #text}. */
  final int start;

  /** Where the instruction ends in {@link #text}. */
  final int end;

  /** The escape character in effect. */
  final char escape;

  /** What is replaced before Docker reads the file; null if nothing is. */
  final Placeholders placeholders;

  private final Source source;

  /** Maps {@link #text} to the file, piece by copied piece; null if it is the text of the file. */
  private final MappedText joined;

  /** An instruction on one line. */
  Line(Source source, int start, int end, char escape, Placeholders placeholders) {
    this.source = source;
    this.text = source.text();
    this.start = start;
    this.end = end;
    this.escape = escape;
    this.placeholders = placeholders;
    this.joined = null;
  }

  /** An instruction on several lines. */
  Line(MappedText joined, char escape, Placeholders placeholders) {
    this.source = joined.source();
    this.text = joined.text();
    this.start = 0;
    this.end = text.length();
    this.escape = escape;
    this.placeholders = placeholders;
    this.joined = joined;
  }

  Source source() {
    return source;
  }

  /** The range in the file of a stretch of {@link #text}. */
  SourceRange range(int from, int to) {
    return joined == null ? source.range(from, to) : joined.range(from, to);
  }

  /** A stretch of {@link #text} with the way back to the file. */
  MappedText mapped(int from, int to) {
    return joined == null ? MappedText.of(source.range(from, to)) : joined.substring(from, to);
  }

  /** Appends a stretch of {@link #text} as it stands. */
  void copy(int from, int to, MappedText.Builder builder) {
    if (joined == null) {
      builder.copy(from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      int place = joined.range(i, i + 1).start();
      builder.copy(place, place + 1);
    }
  }

  /** Appends {@code replacement} for a stretch of {@link #text}. */
  void replace(int from, int to, String replacement, MappedText.Builder builder) {
    SourceRange range = range(from, to);
    builder.replace(range.start(), range.end(), replacement);
  }
}
