package io.github.dockeraudit.source;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * The text of one file, immutable.
 *
 * <p>Two sources are equal only if they are the same object: a range belongs to the very text that
 * it was measured in.
 */
public final class Source {

  private final String path;
  private final String text;
  private final Encoding encoding;

  /** Offsets at which lines begin, filled on first use; a race only computes it twice. */
  private volatile int[] lineStarts;

  private Source(String path, String text, Encoding encoding) {
    this.path = requireNonNull(path);
    this.text = requireNonNull(text);
    this.encoding = encoding;
  }

  /** A text in plain UTF-8; {@code path} as in {@link #path()}. */
  public static Source of(String path, String text) {
    return new Source(path, text, Encoding.UTF_8);
  }

  /**
   * The text of a file by its bytes, of any content: what is not valid in its encoding is kept (see
   * {@link Encoding}).
   */
  public static Source of(String path, byte[] bytes) {
    Encoding encoding = Encoding.of(bytes);
    return new Source(path, encoding.decode(bytes), encoding);
  }

  /** The path relative to the project's folder, with {@code /} between the names. */
  public String path() {
    return path;
  }

  /** The text without a byte order mark; line endings as in the file. */
  public String text() {
    return text;
  }

  /** How the bytes of the file stand for the text. */
  public Encoding encoding() {
    return encoding;
  }

  /** The same file with another text, in the same encoding. */
  public Source withText(String newText) {
    return new Source(path, newText, encoding);
  }

  /** The bytes of the file, byte order mark included. */
  public byte[] bytes() {
    return encoding.encode(text);
  }

  /** The line ending to insert: {@code \r\n} if the first line ends so, else {@code \n}. */
  public String lineEnding() {
    int newline = text.indexOf('\n');
    return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The number of lines; a text that ends with a line ending has no further, empty one. */
  public int lineCount() {
    int[] starts = lineStarts();
    boolean lastIsEmpty = starts[starts.length - 1] == text.length();
    return lastIsEmpty && starts.length > 1 ? starts.length - 1 : starts.length;
  }

  /**
   * The place of an offset.
   *
   * @throws IndexOutOfBoundsException if the offset is not inside the text nor at its end
   */
  public Position position(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException(offset + " in " + path);
    }
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offset - starts[line] + 1);
  }

  /**
   * The offset at which a line begins.
   *
   * @param line line number from 1
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /**
   * The text of a line without its line ending.
   *
   * @param line line number from 1
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public SourceRange line(int line) {
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] - 1 : text.length();
    if (line < starts.length && end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return range(start, end);
  }

  /**
   * A stretch of this text, half open.
   *
   * @throws IndexOutOfBoundsException if it is not inside the text
   */
  public SourceRange range(int start, int end) {
    return new SourceRange(this, start, end);
  }

  /** The whole text. */
  public SourceRange range() {
    return range(0, text.length());
  }

  /** The path, fit for a report: a name may hold any character. */
  @Override
  public String toString() {
    return Printable.onOneLine(path);
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = findLineStarts();
      lineStarts = starts;
    }
    return starts;
  }

  private int[] findLineStarts() {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
