package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;

/** A place in the text of a script, which moves on as the text is read. */
final class Cursor {

  private final MappedText mapped;
  private final String text;
  private final Reading reading;
  private int position;
  private int end;

  Cursor(MappedText mapped, Reading reading) {
    this.mapped = mapped;
    this.text = mapped.text();
    this.reading = reading;
    this.end = text.length();
  }

  MappedText mapped() {
    return mapped;
  }

  String text() {
    return text;
  }

  Reading reading() {
    return reading;
  }

  int position() {
    return position;
  }

  /** Where reading ends at the latest. */
  int end() {
    return end;
  }

  boolean isAtEnd() {
    return position >= end;
  }

  /** The character here; 0 at the end. */
  char current() {
    return position < end ? text.charAt(position) : 0;
  }

  /** The character {@code ahead} of here; 0 after the end. */
  char peek(int ahead) {
    return position + ahead < end ? text.charAt(position + ahead) : 0;
  }

  /** Moves on, at most to the end. */
  void skip(int count) {
    position = Math.min(position + count, end);
  }

  void moveTo(int offset) {
    position = offset;
  }

  /** Restricts reading to a stretch of the text, from its start; returns the end before. */
  int restrict(int from, int to) {
    int before = end;
    position = from;
    end = to;
    return before;
  }

  /** Notes a stretch that cannot be read. */
  void fail(int from, int to) {
    reading.fail(mapped, from, to);
  }

  /** Gives up on all that is left, of which the text from {@code from} cannot be read. */
  void abandon(int from) {
    fail(from, end);
    position = end;
  }

  /** Moves on to what is not a blank, a line continuation or a comment. */
  void skipBlanks() {
    while (position < end) {
      char c = text.charAt(position);
      if (c == ' ' || c == '\t') {
        position++;
      } else if (c == '\\' && lineBreakAt(position + 1) > 0) {
        position += 1 + lineBreakAt(position + 1);
      } else if (c == '\r' && isAtLineEnd()) {
        position++;
      } else if (c == '#') {
        skipLine();
      } else {
        return;
      }
    }
  }

  /** Moves on to the line feed that ends this line, or to the end. */
  void skipLine() {
    while (position < end && text.charAt(position) != '\n') {
      position++;
    }
  }

  /** Moves on to what cannot be a part of a name. */
  void skipName() {
    while (position < end && isNamePart(text.charAt(position))) {
      position++;
    }
  }

  /** Moves past a backslash and what belongs to it, which may be a line break. */
  void skipEscape() {
    skip(1 + Math.max(1, lineBreakAt(position + 1)));
  }

  /** Whether nothing but the line feed stands between the character here and the next line. */
  boolean isAtLineEnd() {
    return position + 1 == end || text.charAt(position + 1) == '\n';
  }

  /** The number of characters that break the line at {@code offset}: 2, 1, or 0 for none. */
  private int lineBreakAt(int offset) {
    if (offset < end && text.charAt(offset) == '\n') {
      return 1;
    }
    return offset + 1 < end && text.charAt(offset) == '\r' && text.charAt(offset + 1) == '\n'
        ? 2
        : 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }
}
