package io.github.dockeraudit.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * A text that is read off a file with parts left out or replaced, and that knows where each of its
 * characters came from.
 *
 * <p>The command of a {@code RUN} is one: line continuations and comments inside it are gone,
 * escapes of its JSON form are resolved, yet a word in it still has its exact range in the file.
 */
public final class MappedText {

  /** Stands in {@link #to} for a piece that is the very text of the file. */
  private static final int COPIED = -1;

  private final Source source;
  private final String text;

  /** Piece i covers text from starts[i] to starts[i + 1]. */
  private final int[] starts;

  /** Where piece i begins in the file. */
  private final int[] from;

  /** Where piece i ends in the file if it is a replacement, else {@link #COPIED}. */
  private final int[] to;

  /** The piece that was asked for last, near which the next question mostly is; any will do. */
  private int recent;

  private MappedText(Source source, String text, int[] starts, int[] from, int[] to) {
    this.source = source;
    this.text = text;
    this.starts = starts;
    this.from = from;
    this.to = to;
  }

  /** The text of a range as it stands. */
  public static MappedText of(SourceRange range) {
    return range.isEmpty()
        ? new Builder(range.source()).build()
        : copied(range.source(), range.start(), range.end());
  }

  private static MappedText copied(Source source, int start, int end) {
    String text = source.text().substring(start, end);
    return new MappedText(source, text, new int[1], new int[] {start}, new int[] {COPIED});
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  /** The file that it was read off. */
  public Source source() {
    return source;
  }

  /** The number of UTF-16 code units in the text. */
  public int length() {
    return text.length();
  }

  /**
   * The range in the file that a stretch of this text came from, with whatever was left out between
   * its first and last character. An empty stretch gives an empty range.
   *
   * @throws IndexOutOfBoundsException if the stretch is not inside the text
   */
  public SourceRange range(int start, int end) {
    Objects.checkFromToIndex(start, end, text.length());
    int first = sourceStart(start);
    return source.range(first, start == end ? first : Math.max(first, sourceEnd(end)));
  }

  /** The range in the file of the whole text. */
  public SourceRange range() {
    return range(0, text.length());
  }

  /**
   * A part of this text, with the same mapping.
   *
   * @throws IndexOutOfBoundsException if the part is not inside the text
   */
  public MappedText substring(int start, int end) {
    Objects.checkFromToIndex(start, end, text.length());
    Builder part = new Builder(source);
    if (start == end) {
      int place = sourceStart(start);
      return part.replace(place, place, "").build();
    }
    int i = pieceAt(start);
    if (to[i] == COPIED && end <= pieceEnd(i)) {
      int first = from[i] + start - starts[i];
      return copied(source, first, first + end - start);
    }
    return part.copy(this, start, end).build();
  }

  private int sourceStart(int offset) {
    if (starts.length == 0) {
      return 0;
    }
    int i = pieceAt(offset);
    if (to[i] == COPIED) {
      return from[i] + offset - starts[i];
    }
    return offset == starts[i] ? from[i] : to[i];
  }

  private int sourceEnd(int end) {
    int i = pieceAt(end - 1);
    return to[i] == COPIED ? from[i] + end - starts[i] : to[i];
  }

  private int pieceEnd(int i) {
    return i + 1 < starts.length ? starts[i + 1] : text.length();
  }

  /** Of several pieces that begin at {@code offset}, all but the last are empty. */
  private int pieceAt(int offset) {
    int last = recent;
    if (last < starts.length
        && starts[last] <= offset
        && (last + 1 == starts.length || offset < starts[last + 1])) {
      return last;
    }
    int found = search(offset);
    recent = found;
    return found;
  }

  private int search(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    if (found < 0) {
      return Math.max(0, -found - 2);
    }
    while (found + 1 < starts.length && starts[found + 1] == offset) {
      found++;
    }
    return found;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Puts a text together, from left to right. */
  public static final class Builder {

    private final Source source;
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[4];
    private int[] from = new int[4];
    private int[] to = new int[4];
    private int count;

    /** Where the file must go on for the last piece to grow; -1 if that is a replacement. */
    private int copiedUpTo = -1;

    /** An empty text read off {@code source}. */
    public Builder(Source source) {
      this.source = source;
    }

    /** Appends the characters of the file from {@code start} to {@code end}. */
    public Builder copy(int start, int end) {
      if (start < end) {
        if (start != copiedUpTo) {
          add(start, COPIED);
        }
        text.append(source.text(), start, end);
        copiedUpTo = end;
      }
      return this;
    }

    /**
     * Appends the stretch from {@code start} to {@code end} of another text of the same file, with
     * its mapping.
     *
     * @throws IndexOutOfBoundsException if the stretch is not inside that text
     */
    public Builder copy(MappedText other, int start, int end) {
      Objects.checkFromToIndex(start, end, other.length());
      for (int i = other.pieceAt(start); i < other.starts.length && other.starts[i] < end; i++) {
        int first = Math.max(start, other.starts[i]);
        int last = Math.min(end, other.pieceEnd(i));
        if (other.to[i] == COPIED) {
          int offset = other.from[i] - other.starts[i];
          copy(first + offset, last + offset);
        } else {
          replace(other.from[i], other.to[i], other.text.substring(first, last));
        }
      }
      return this;
    }

    /**
     * Appends {@code replacement}, which stands for the characters of the file from {@code start}
     * to {@code end}.
     */
    public Builder replace(int start, int end, String replacement) {
      add(start, end);
      text.append(replacement);
      copiedUpTo = -1;
      return this;
    }

    /** Appends a text read off the same file, with its mapping. */
    public Builder append(MappedText other) {
      for (int i = 0; i < other.starts.length; i++) {
        int length = other.pieceEnd(i) - other.starts[i];
        if (other.to[i] == COPIED) {
          copy(other.from[i], other.from[i] + length);
        } else {
          replace(
              other.from[i], other.to[i], other.text.substring(other.starts[i], other.pieceEnd(i)));
        }
      }
      return this;
    }

    /** The number of UTF-16 code units appended so far. */
    public int length() {
      return text.length();
    }

    /** The text as put together so far. */
    public MappedText build() {
      return new MappedText(
          source,
          text.toString(),
          Arrays.copyOf(starts, count),
          Arrays.copyOf(from, count),
          Arrays.copyOf(to, count));
    }

    private void add(int start, int end) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        from = Arrays.copyOf(from, count * 2);
        to = Arrays.copyOf(to, count * 2);
      }
      starts[count] = text.length();
      from[count] = start;
      to[count] = end;
      count++;
    }
  }
}
