package io.github.dockeraudit.yaml;

/** Tells numbers and dates from strings, by the grammar of compose's YAML reader. */
final class PlainNumber {

  private PlainNumber() {}

  /** The kind of a text that begins with a digit, a sign or a dot. */
  static ScalarKind kindOf(String text) {
    if (isTimestamp(text)) {
      return ScalarKind.TIMESTAMP;
    }
    if (isInteger(text)) {
      return ScalarKind.INTEGER;
    }
    return isFloat(text) ? ScalarKind.FLOAT : ScalarKind.STRING;
  }

  /** Decimal, {@code 0x}, {@code 0o}, {@code 0b} or, by a leading zero, octal. */
  private static boolean isInteger(String text) {
    int start = isSign(text.charAt(0)) ? 1 : 0;
    if (start == text.length()) {
      return false;
    }
    int radix = 10;
    int digits = start;
    if (text.charAt(start) == '0' && start + 1 < text.length()) {
      switch (text.charAt(start + 1)) {
        case 'x':
        case 'X':
          radix = 16;
          digits = start + 2;
          break;
        case 'o':
        case 'O':
          radix = 8;
          digits = start + 2;
          break;
        case 'b':
        case 'B':
          radix = 2;
          digits = start + 2;
          break;
        default:
          radix = 8;
          digits = start + 1;
      }
    }
    return hasDigits(text, digits, radix);
  }

  private static boolean hasDigits(String text, int from, int radix) {
    int digits = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        continue;
      }
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
      digits++;
    }
    return digits > 0;
  }

  private static boolean isFloat(String text) {
    int i = isSign(text.charAt(0)) ? 1 : 0;
    String unsigned = text.substring(i);
    switch (unsigned) {
      case ".inf":
      case ".Inf":
      case ".INF":
        return true;
      case ".nan":
      case ".NaN":
      case ".NAN":
        return i == 0;
      default:
        return isDecimal(unsigned);
    }
  }

  /** Digits with at most one dot and at most one exponent. */
  private static boolean isDecimal(String text) {
    int whole = digitsFrom(text, 0);
    int i = whole;
    int fraction = 0;
    if (i < text.length() && text.charAt(i) == '.') {
      fraction = digitsFrom(text, i + 1);
      i += 1 + fraction;
    }
    if (whole == 0 && fraction == 0) {
      return false;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < text.length() && isSign(text.charAt(i))) {
        i++;
      }
      int exponent = digitsFrom(text, i);
      if (exponent == 0) {
        return false;
      }
      i += exponent;
    }
    return i == text.length();
  }

  /** {@code 2001-12-14}, also with a time after {@code T}, {@code t} or a blank. */
  private static boolean isTimestamp(String text) {
    if (digitsFrom(text, 0) != 4 || text.length() < 8 || text.charAt(4) != '-') {
      return false;
    }
    int month = digitsFrom(text, 5);
    int dash = 5 + month;
    if (month < 1 || month > 2 || dash >= text.length() || text.charAt(dash) != '-') {
      return false;
    }
    int day = digitsFrom(text, dash + 1);
    int end = dash + 1 + day;
    if (day < 1 || day > 2) {
      return false;
    }
    return end == text.length() || isTime(text, end);
  }

  private static boolean isTime(String text, int from) {
    char separator = text.charAt(from);
    if (separator != 'T' && separator != 't' && separator != ' ') {
      return false;
    }
    int hour = digitsFrom(text, from + 1);
    int colon = from + 1 + hour;
    return hour >= 1
        && hour <= 2
        && colon + 5 < text.length()
        && text.charAt(colon) == ':'
        && digitsFrom(text, colon + 1) >= 1;
  }

  private static int digitsFrom(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }
}
