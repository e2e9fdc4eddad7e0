package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;

/** Where lines begin and end, and which of them are comments. */
final class Lines {

  private Lines() {}

  /** The number of characters before an offset in its line. */
  static int column(Source source, int offset) {
    return offset - start(source, offset);
  }

  /** The offset at which the line of an offset begins. */
  static int start(Source source, int offset) {
    return source.text().lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset at which the line of an offset ends, before its line ending. */
  static int end(Source source, int offset) {
    String text = source.text();
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The offset after the line ending of the line of an offset; the text's length for the last. */
  static int next(Source source, int offset) {
    int end = source.text().indexOf('\n', offset);
    return end < 0 ? source.text().length() : end + 1;
  }

  /** Whether nothing but blanks stands in the line that begins at an offset. */
  static boolean isBlank(Source source, int start) {
    return source.text().substring(start, end(source, start)).isBlank();
  }

  /** Whether from an offset to the end of its line there are only blanks or a comment. */
  static boolean endsIn(Source source, int offset) {
    String rest = source.text().substring(offset, end(source, offset));
    return rest.isBlank() || rest.strip().startsWith("#") && Character.isWhitespace(rest.charAt(0));
  }

  /** The column of the comment that is all of the line that begins at an offset; -1 for none. */
  static int commentColumn(Source source, int start) {
    String text = source.text();
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '#' ? at - start : -1;
  }

  /**
   * The end of the last line that belongs to an entry which ends at an offset: comments that are
   * indented deeper than the entry belong to what is in it.
   *
   * @param column the column of the entry
   */
  static int endOfEntry(Source source, int offset, int column) {
    int end = end(source, offset);
    for (int next = next(source, end); next < source.text().length(); next = next(source, end)) {
      int comment = commentColumn(source, next);
      boolean isItem = comment == column && source.text().startsWith("# - ", next + comment);
      if (comment <= column && !isItem) {
        break;
      }
      end = end(source, next);
    }
    return end;
  }
}
