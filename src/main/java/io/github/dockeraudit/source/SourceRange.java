package io.github.dockeraudit.source;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of one file, half open.
 *
 * @param source the file
 * @param start offset of the first character, in UTF-16 code units from 0
 * @param end offset after the last character; equal to {@code start} for an empty range
 */
public record SourceRange(Source source, int start, int end) implements Comparable<SourceRange> {

  /**
   * @throws IndexOutOfBoundsException if the range is not inside the text
   */
  public SourceRange {
    requireNonNull(source);
    if (start < 0 || end < start || end > source.text().length()) {
      throw new IndexOutOfBoundsException(
          "%s to %s in %s of length %s"
              .formatted(start, end, source.path(), source.text().length()));
    }
  }

  /** The covered text. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The number of UTF-16 code units covered. */
  public int length() {
    return end - start;
  }

  /** Whether nothing is covered. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Where the range begins. */
  public Position from() {
    return source.position(start);
  }

  /** The place after the last character. */
  public Position to() {
    return source.position(end);
  }

  /** Whether the other range lies in the same file and nowhere outside this one. */
  public boolean contains(SourceRange other) {
    return source == other.source && start <= other.start && other.end <= end;
  }

  /**
   * The smallest range that covers both.
   *
   * @throws IllegalArgumentException if the other range is in another file
   */
  public SourceRange union(SourceRange other) {
    if (source != other.source) {
      throw new IllegalArgumentException(source.path() + " is not " + other.source.path());
    }
    return new SourceRange(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** What stands between this and another range further down in the same file. */
  public SourceRange upTo(SourceRange later) {
    return new SourceRange(source, end, later.start);
  }

  /** An edit that puts {@code replacement} in the place of this range. */
  public TextEdit replaceWith(String replacement) {
    return new TextEdit(this, replacement);
  }

  /** An edit that inserts {@code text} before this range. */
  public TextEdit insertBefore(String text) {
    return new TextEdit(new SourceRange(source, start, start), text);
  }

  /** An edit that inserts {@code text} after this range. */
  public TextEdit insertAfter(String text) {
    return new TextEdit(new SourceRange(source, end, end), text);
  }

  /** An edit that takes this range away. */
  public TextEdit delete() {
    return replaceWith("");
  }

  /** Orders by path, then start, then end. */
  @Override
  public int compareTo(SourceRange other) {
    int byPath = source == other.source ? 0 : source.path().compareTo(other.source.path());
    if (byPath != 0) {
      return byPath;
    }
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }

  /** By hand, like {@link #hashCode}: linking what a record is given takes time in every build. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SourceRange range
        && start == range.start
        && end == range.end
        && source.equals(range.source);
  }

  @Override
  public int hashCode() {
    return (31 * source.hashCode() + start) * 31 + end;
  }

  /** The range as {@code path:line:column}, fit for a report. */
  @Override
  public String toString() {
    return source + ":" + from();
  }
}
