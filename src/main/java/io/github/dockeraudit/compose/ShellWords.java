package io.github.dockeraudit.compose;

/** Reads a command written as one string as compose splits it into words. */
final class ShellWords {

  private ShellWords() {}

  /**
   * Whether a quote is open where compose stops to read: at the end, or before a {@code ;}, {@code
   * &}, {@code |}, {@code <} or {@code >} outside of quotes, from where on it drops everything.
   */
  static boolean hasOpenQuote(String command) {
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '\\' && quote != '\'') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (";&|<>".indexOf(c) >= 0) {
        return false;
      }
    }
    return quote != 0;
  }
}
