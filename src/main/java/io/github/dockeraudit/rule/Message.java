package io.github.dockeraudit.rule;

/** Puts the message of a finding together so that it fits on one line. */
final class Message {

  /** Longest message, in UTF-16 code units. */
  static final int LONGEST = 100;

  /** What is left of a long quote at least, in UTF-16 code units. */
  private static final int SHORTEST_QUOTE = 12;

  private static final String CUT = "...";

  private Message() {}

  /**
   * Fills in a format string. Of quotes that make the message too long, the longest first, the
   * middle is left out; line ends and other control characters in them become spaces.
   */
  static String of(String format, Object... arguments) {
    Object[] quotes = new Object[arguments.length];
    for (int i = 0; i < quotes.length; i++) {
      quotes[i] = arguments[i] instanceof Number ? arguments[i] : onOneLine(arguments[i]);
    }
    String message = format.formatted(quotes);
    for (int round = 0; message.length() > LONGEST && round < quotes.length; round++) {
      int longest = longest(quotes);
      quotes[longest] = shorten(quotes[longest].toString(), message.length() - LONGEST);
      message = format.formatted(quotes);
    }
    return message;
  }

  private static String onOneLine(Object argument) {
    StringBuilder line = new StringBuilder(argument.toString());
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    return line.toString();
  }

  private static int longest(Object[] quotes) {
    int longest = 0;
    for (int i = 1; i < quotes.length; i++) {
      if (quotes[i].toString().length() > quotes[longest].toString().length()) {
        longest = i;
      }
    }
    return longest;
  }

  private static String shorten(String quote, int excess) {
    int kept = Math.max(SHORTEST_QUOTE, quote.length() - excess) - CUT.length();
    if (kept + CUT.length() >= quote.length()) {
      return quote;
    }
    int head = (kept + 1) / 2;
    return quote.substring(0, head) + CUT + quote.substring(quote.length() - (kept - head));
  }
}
