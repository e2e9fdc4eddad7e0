package io.github.dockeraudit.shell;

/**
 * A backslash and what belongs to it in <code>$'...'</code>.
 *
 * @param value what it stands for
 * @param end where it ends in the text
 */
record AnsiEscape(String value, int end) {

  private static final String LETTERS = "abeEfnrtv";
  private static final String VALUES = "\u0007\b\u001b\u001b\f\n\r\t\u000b";

  /** The escape that the backslash at {@code start} begins. */
  static AnsiEscape at(String text, int start, int end) {
    if (start + 1 >= end) {
      return new AnsiEscape("\\", end);
    }
    char c = text.charAt(start + 1);
    int letter = LETTERS.indexOf(c);
    if (letter >= 0) {
      return new AnsiEscape(VALUES.substring(letter, letter + 1), start + 2);
    }
    switch (c) {
      case 'x':
        return number(text, start, start + 2, Math.min(end, start + 4), 16);
      case 'u':
        return number(text, start, start + 2, Math.min(end, start + 6), 16);
      case 'U':
        return number(text, start, start + 2, Math.min(end, start + 10), 16);
      case 'c':
        return start + 2 < end
            ? new AnsiEscape(Character.toString(text.charAt(start + 2) & 0x1f), start + 3)
            : new AnsiEscape("\\c", end);
      case '\\':
      case '\'':
      case '"':
      case '?':
        return new AnsiEscape(text.substring(start + 1, start + 2), start + 2);
      default:
        return number(text, start, start + 1, Math.min(end, start + 4), 8);
    }
  }

  /** Without a digit, the backslash and the letter stand for themselves. */
  private static AnsiEscape number(String text, int start, int first, int last, int radix) {
    int value = 0;
    int i = first;
    while (i < last && Character.digit(text.charAt(i), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(i), radix);
      i++;
    }
    if (i == first) {
      int literal = Math.max(first, start + 2);
      return new AnsiEscape(text.substring(start, literal), literal);
    }
    return new AnsiEscape(
        Character.isValidCodePoint(value) ? Character.toString(value) : "\uFFFD", i);
  }
}
