package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Tells in a value what is written down from what is taken from elsewhere. */
final class Literals {

  private final SourceRange range;
  private final String text;
  private final List<SourceRange> found = new ArrayList<>();

  private Literals(SourceRange range) {
    this.range = range;
    this.text = range.source().text();
  }

  /** The value without white space and quotes around it. */
  static SourceRange trimmed(SourceRange value) {
    String text = value.source().text();
    int start = value.start();
    int end = value.end();
    while (start < end && isAround(text.charAt(start))) {
      start++;
    }
    while (end > start && isAround(text.charAt(end - 1))) {
      end--;
    }
    return value.source().range(start, end);
  }

  private static boolean isAround(char c) {
    return c == '"' || c == '\'' || Character.isWhitespace(c);
  }

  /**
   * The stretches of a value that are not <code>${NAME}</code>, {@code $NAME} or {@code
   * $(command)}; the default in <code>${NAME:-default}</code> is one.
   */
  static List<SourceRange> in(SourceRange value) {
    Literals literals = new Literals(value);
    literals.read();
    return literals.found;
  }

  /** A closing brace ends nothing of a secret, so that braces need not be counted. */
  private void read() {
    int at = range.start();
    int from = at;
    while (at < range.end()) {
      int behind = behindReference(at);
      if (behind > at) {
        add(from, at);
        from = behind;
      }
      at = Math.max(behind, at + 1);
    }
    add(from, at);
  }

  /** Where the name of a reference that begins here ends, or its command; itself if none does. */
  private int behindReference(int dollar) {
    if (text.charAt(dollar) != '$' || dollar + 1 >= range.end()) {
      return text.charAt(dollar) == '}' ? dollar + 1 : dollar;
    }
    char next = text.charAt(dollar + 1);
    if (next == '(') {
      int close = text.indexOf(')', dollar);
      return close < 0 || close >= range.end() ? range.end() : close + 1;
    }
    int name = dollar + (next == '{' || next == '$' ? 2 : 1);
    int end = name;
    while (end < range.end() && isInName(text.charAt(end))) {
      end++;
    }
    return next == '{' ? behindOperator(end) : end > name ? end : dollar;
  }

  /** The message of <code>${NAME:?message}</code> is no value. */
  private int behindOperator(int nameEnd) {
    int at = nameEnd + (text.startsWith(":", nameEnd) ? 1 : 0);
    if (at < range.end() && text.charAt(at) == '?') {
      int close = text.indexOf('}', at);
      return close < 0 || close > range.end() ? range.end() : close;
    }
    return at < range.end() && "-+=".indexOf(text.charAt(at)) >= 0 ? at + 1 : nameEnd;
  }

  private static boolean isInName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void add(int from, int to) {
    if (from < to) {
      SourceRange literal = trimmed(range.source().range(from, to));
      if (!literal.isEmpty()) {
        found.add(literal);
      }
    }
  }
}
