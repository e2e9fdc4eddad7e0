package io.github.dockeraudit.report.document;

/** Makes characters visible that a page would obey instead of show. */
public final class Shown {

  private static final char REPLACEMENT = '\uFFFD';

  private Shown() {}

  /** On one line. */
  public static String onOneLine(String text) {
    return of(text).replace('\n', ' ');
  }

  /**
   * With its line feeds: a carriage return before one is left out; tabs stay; other control
   * characters, those that turn the direction of writing, and half surrogates become U+FFFD.
   */
  public static String of(String text) {
    return isPlain(text) ? text : made(text);
  }

  /** Whether all of it is ASCII that can be seen, as nearly every text is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\t' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String made(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().map(Shown::shown).forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static int shown(int character) {
    if (character == '\n' || character == '\t') {
      return character;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE -> REPLACEMENT;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> REPLACEMENT;
      default -> turnsDirection(character) || isNoCharacter(character) ? REPLACEMENT : character;
    };
  }

  private static boolean turnsDirection(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
  }

  /** What Unicode sets aside, and HTML refuses. */
  private static boolean isNoCharacter(int character) {
    return character >= 0xFDD0 && character <= 0xFDEF || (character & 0xFFFE) == 0xFFFE;
  }
}
