package io.github.dockeraudit.dockerfile;

/** The two notions of white space that BuildKit has. */
final class WhiteSpace {

  private WhiteSpace() {}

  /** Unicode's {@code White_Space}: what is trimmed, and what parts ENV, LABEL and ARG words. */
  static boolean is(char c) {
    if (c <= ' ') {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
    return c >= 0x85 && isBeyondAscii(c);
  }

  /** What parts the keyword from its arguments and the words of most instructions. */
  static boolean isSeparator(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x0B;
  }

  private static boolean isBeyondAscii(char c) {
    return c == 0x85
        || c == 0xA0
        || c == 0x1680
        || c >= 0x2000 && c <= 0x200A
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }
}
