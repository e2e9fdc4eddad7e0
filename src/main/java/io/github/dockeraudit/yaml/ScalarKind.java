package io.github.dockeraudit.yaml;

import java.util.Locale;

/**
 * What a scalar is to a reader that expects nothing in particular, as compose's YAML reader sees
 * it: {@code yes}, {@code on} and {@code 1:20} are strings, only {@code true} and {@code false} are
 * booleans.
 */
public enum ScalarKind {
  STRING,
  INTEGER,
  FLOAT,
  BOOLEAN,
  /** Nothing written, {@code ~} or {@code null}. */
  NULL,
  /** A date like {@code 2001-12-14}, with or without a time. */
  TIMESTAMP;

  static ScalarKind of(YamlScalar scalar) {
    String tag = scalar.rawTag();
    switch (tag) {
      case "":
      case "!reset":
      case "!override":
        return scalar.style() == ScalarStyle.PLAIN ? ofPlain(scalar.value()) : STRING;
      case "!!int":
        return INTEGER;
      case "!!float":
        return FLOAT;
      case "!!bool":
        return BOOLEAN;
      case "!!null":
        return NULL;
      case "!!timestamp":
        return TIMESTAMP;
      default:
        return STRING;
    }
  }

  /** The kind of an unquoted text without a tag. */
  static ScalarKind ofPlain(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    char first = text.charAt(0);
    switch (first) {
      case '~':
        return text.length() == 1 ? NULL : STRING;
      case 'n':
      case 'N':
        return isWord(text, "null") ? NULL : STRING;
      case 't':
      case 'T':
        return isWord(text, "true") ? BOOLEAN : STRING;
      case 'f':
      case 'F':
        return isWord(text, "false") ? BOOLEAN : STRING;
      default:
        return isNumberStart(first) ? PlainNumber.kindOf(text) : STRING;
    }
  }

  private static boolean isNumberStart(char c) {
    return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
  }

  /** All lower case, all upper case or capitalised; no other mixture counts. */
  private static boolean isWord(String text, String lower) {
    return text.equals(lower)
        || text.length() == lower.length()
            && text.charAt(0) == Character.toUpperCase(lower.charAt(0))
            && (text.regionMatches(1, lower, 1, lower.length() - 1)
                || text.equals(lower.toUpperCase(Locale.ROOT)));
  }
}
