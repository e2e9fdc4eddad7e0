package io.github.dockeraudit.source;

/** Makes fit for a report what a file or its name holds. */
public final class Printable {

  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /**
   * The text on one line: line ends and other control characters, which a terminal would obey,
   * become spaces; a surrogate without its other half, which no encoding can write, becomes U+FFFD.
   */
  public static String onOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = c >= ' ' && c < 127;
      if (!isPlain && shown(c) != c) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    return text.codePoints()
        .map(Printable::shown)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int shown(int character) {
    if (Character.isISOControl(character)) {
      return ' ';
    }
    return Character.getType(character) == Character.SURROGATE ? REPLACEMENT : character;
  }
}
