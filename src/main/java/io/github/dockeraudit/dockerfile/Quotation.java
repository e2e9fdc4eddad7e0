package io.github.dockeraudit.dockerfile;

/** Quotes the file in messages, which are one short line. */
final class Quotation {

  /** Longest quotation, in UTF-16 code units. */
  private static final int LONGEST = 40;

  private static final String ELLIPSIS = "...";

  private Quotation() {}

  /** A message with its arguments shortened where they are long. */
  static String format(String message, Object... arguments) {
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = shortened(arguments[i].toString());
    }
    return message.formatted(shown);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST - ELLIPSIS.length()) + ELLIPSIS;
  }
}
