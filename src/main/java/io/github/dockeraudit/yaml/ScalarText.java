package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;

/**
 * Finds for the value of a scalar where in the file each of its characters stands, by reading the
 * scalar a second time. Done on demand, for the few scalars of which a part is pointed at.
 */
final class ScalarText {

  private final YamlScalar scalar;
  private final String raw;
  private final int end;
  private final MappedText.Builder text;
  private int at;

  private ScalarText(YamlScalar scalar) {
    SourceRange range = scalar.range();
    int quote = scalar.style().isQuoted() ? 1 : 0;
    this.scalar = scalar;
    this.raw = range.source().text();
    this.at = range.start() + quote;
    this.end = Math.max(at, range.end() - quote);
    this.text = new MappedText.Builder(range.source());
  }

  /** The value with its places; all of it stands for the whole scalar where they are not found. */
  static MappedText of(YamlScalar scalar) {
    MappedText read = new ScalarText(scalar).read();
    if (read.text().equals(scalar.value())) {
      return read;
    }
    SourceRange range = scalar.range();
    return new MappedText.Builder(range.source())
        .replace(range.start(), range.end(), scalar.value())
        .build();
  }

  private MappedText read() {
    if (scalar.style().isBlock()) {
      readBlock();
    } else {
      readFlow();
    }
    return text.build();
  }

  private void readFlow() {
    while (at < end) {
      char c = raw.charAt(at);
      if (c == '\'' && scalar.style() == ScalarStyle.SINGLE_QUOTED) {
        text.replace(at, Math.min(at + 2, end), "'");
        at += 2;
      } else if (c == '\\' && scalar.style() == ScalarStyle.DOUBLE_QUOTED) {
        readEscape();
      } else if (isBlank(c) || isBreak(c)) {
        readSpace();
      } else {
        text.copy(at, ++at);
      }
    }
  }

  /** Blanks stay; a line ending with the blanks around it becomes one, each further one a break. */
  private void readSpace() {
    int start = at;
    int breaks = 0;
    while (at < end && (isBlank(raw.charAt(at)) || isBreak(raw.charAt(at)))) {
      breaks += raw.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
    if (breaks == 0) {
      text.copy(start, at);
    } else {
      text.replace(start, at, breaks == 1 ? " " : "\n".repeat(breaks - 1));
    }
  }

  private void readEscape() {
    int start = at;
    char c = at + 1 < end ? raw.charAt(at + 1) : '\\';
    at = Math.min(at + 2, end);
    if (isBreak(c)) {
      readEscapedBreak(start, c);
      return;
    }
    int digits = hexDigits(c);
    if (digits == 0) {
      text.replace(start, at, unescaped(c));
    } else if (at + digits <= end) {
      int codePoint = hex(at, at + digits);
      at += digits;
      text.replace(start, at, Character.isValidCodePoint(codePoint) ? codePoint(codePoint) : "");
    }
  }

  /** An escaped line ending joins two lines without a blank. */
  private void readEscapedBreak(int start, char first) {
    int breaks = first == '\n' ? 1 : 0;
    while (at < end && (isBlank(raw.charAt(at)) || isBreak(raw.charAt(at)))) {
      breaks += raw.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
    text.replace(start, at, "\n".repeat(Math.max(0, breaks - 1)));
  }

  private static String codePoint(int codePoint) {
    return new String(Character.toChars(codePoint));
  }

  private static int hexDigits(char escape) {
    switch (escape) {
      case 'x':
        return 2;
      case 'u':
        return 4;
      case 'U':
        return 8;
      default:
        return 0;
    }
  }

  private int hex(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value << 4 | Math.max(0, Character.digit(raw.charAt(i), 16));
    }
    return value;
  }

  private static String unescaped(char escape) {
    switch (escape) {
      case '0':
        return "\0";
      case 'a':
        return "\u0007";
      case 'b':
        return "\b";
      case 't':
      case '\t':
        return "\t";
      case 'n':
        return "\n";
      case 'v':
        return "\u000B";
      case 'f':
        return "\f";
      case 'r':
        return "\r";
      case 'e':
        return "\u001B";
      case 'N':
        return "\u0085";
      case '_':
        return "\u00A0";
      case 'L':
        return "\u2028";
      case 'P':
        return "\u2029";
      default:
        return String.valueOf(escape);
    }
  }

  /**
   * Lays the value over the lines of the block: each line stands in it as written, without the
   * indentation, and what lies between two of them stands for the line ending.
   */
  private void readBlock() {
    String value = scalar.value();
    int done = 0;
    at = lineAfter(at);
    int between = at;
    int indent = indentOf(value);
    while (at < end) {
      int lineEnd = lineEnd(at);
      int start = Math.min(at + indent, lineEnd);
      if (start < lineEnd) {
        int found = contentStart(value, done, start, lineEnd);
        if (found < 0) {
          return;
        }
        if (found > done) {
          text.replace(Math.min(between, start), start, value.substring(done, found));
        }
        text.copy(start, lineEnd);
        done = found + lineEnd - start;
        between = lineEnd;
      }
      at = lineAfter(at);
    }
    if (done < value.length()) {
      text.replace(between, between, value.substring(done));
    }
  }

  /** Where the content of a line stands in the value, behind blanks and breaks only; -1 if not. */
  private int contentStart(String value, int from, int start, int lineEnd) {
    for (int i = from; i <= value.length(); i++) {
      if (value.regionMatches(i, raw, start, lineEnd - start)) {
        return i;
      }
      if (i < value.length() && value.charAt(i) != '\n' && value.charAt(i) != ' ') {
        return -1;
      }
    }
    return -1;
  }

  /** How far the lines are indented: by what the first of them lost on its way to the value. */
  private int indentOf(String value) {
    int line = at;
    while (line < end && spacesFrom(raw, line) == lineEnd(line)) {
      line = lineAfter(line);
    }
    int valueLine = 0;
    while (valueLine < value.length() && value.charAt(valueLine) == '\n') {
      valueLine++;
    }
    int kept = spacesFrom(value, valueLine) - valueLine;
    return line >= end ? 0 : Math.max(0, spacesFrom(raw, line) - line - kept);
  }

  private static int spacesFrom(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private int lineAfter(int offset) {
    int newline = raw.indexOf('\n', offset);
    return newline < 0 || newline >= end ? end : newline + 1;
  }

  private int lineEnd(int offset) {
    int newline = raw.indexOf('\n', offset);
    if (newline < 0 || newline >= end) {
      return end;
    }
    return newline > offset && raw.charAt(newline - 1) == '\r' ? newline - 1 : newline;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
