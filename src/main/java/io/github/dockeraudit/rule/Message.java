package io.github.dockeraudit.rule;

import io.github.dockeraudit.facts.Secrets;
import io.github.dockeraudit.source.Printable;
import java.util.Locale;

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
   * middle is left out; line ends and other control characters in them become spaces, and secrets
   * are masked.
   */
  static String of(String format, Object... arguments) {
    Object[] quotes = new Object[arguments.length];
    for (int i = 0; i < quotes.length; i++) {
      quotes[i] =
          arguments[i] instanceof Number
              ? arguments[i]
              : Secrets.masked(Printable.onOneLine(arguments[i].toString()));
    }
    String message = fill(format, quotes);
    for (int round = 0; message.length() > LONGEST && round < quotes.length; round++) {
      int longest = longest(quotes);
      if (quotes[longest] instanceof String quote) {
        quotes[longest] = shorten(quote, message.length() - LONGEST);
        message = fill(format, quotes);
      }
    }
    return message;
  }

  /**
   * Most formats say no more than where the texts and whole numbers go, which needs no formatter.
   */
  private static String fill(String format, Object[] quotes) {
    StringBuilder filled = new StringBuilder(LONGEST);
    int next = 0;
    int start = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', start)) {
      char kind = at + 1 < format.length() ? format.charAt(at + 1) : '%';
      boolean isPlain = kind == 's';
      if (!isPlain || next == quotes.length) {
        return String.format(Locale.ROOT, format, quotes);
      }
      filled.append(format, start, at).append(quotes[next++]);
      start = at + 2;
    }
    return filled.append(format, start, format.length()).toString();
  }

  private static int longest(Object[] quotes) {
    int longest = 0;
    for (int i = 1; i < quotes.length; i++) {
      if (length(quotes[i]) > length(quotes[longest])) {
        longest = i;
      }
    }
    return longest;
  }

  /** A number counts as shorter than any text: digits left out of it would make it another one. */
  private static int length(Object quote) {
    return quote instanceof String text ? text.length() : -1;
  }

  private static String shorten(String quote, int excess) {
    int kept = Math.max(SHORTEST_QUOTE, quote.length() - excess) - CUT.length();
    if (kept + CUT.length() >= quote.length()) {
      return quote;
    }
    int head = (kept + 1) / 2;
    int tail = quote.length() - (kept - head);
    return quote.substring(0, head - (Character.isHighSurrogate(quote.charAt(head - 1)) ? 1 : 0))
        + CUT
        + quote.substring(tail + (Character.isLowSurrogate(quote.charAt(tail)) ? 1 : 0));
  }
}
