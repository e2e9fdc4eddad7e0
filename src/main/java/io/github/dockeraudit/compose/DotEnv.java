package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a {@code .env} file as compose does: {@code NAME=value} or {@code NAME: value}, with
 * quotes, {@code export}, comments and variables in values.
 *
 * <p>A line that compose would refuse is skipped: what it means is not known.
 */
final class DotEnv {

  /** Most characters that come of filling in variables. */
  private static final int MOST_EXPANDED = 1_000_000;

  private final String text;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private int at;
  private long expanded;

  private DotEnv(String text) {
    this.text = text;
  }

  static Map<String, String> parse(Source source) {
    DotEnv reader = new DotEnv(source.text());
    while (reader.skipToStatement()) {
      reader.readStatement();
    }
    return reader.variables;
  }

  private boolean skipToStatement() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd();
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void readStatement() {
    int lineEnd = lineEnd();
    if (text.startsWith("export", at) && at + 6 < lineEnd && isBlank(text.charAt(at + 6))) {
      at += 7;
      skipBlanks();
    }
    int start = at;
    while (at < lineEnd && text.charAt(at) != '=' && text.charAt(at) != ':') {
      at++;
    }
    String name = text.substring(start, at).strip();
    if (at == lineEnd || !isName(name)) {
      at = lineEnd;
      return;
    }
    at++;
    skipBlanks();
    variables.put(name, readValue(lineEnd));
  }

  private String readValue(int lineEnd) {
    char quote = at < lineEnd ? text.charAt(at) : 0;
    if (quote == '"' || quote == '\'') {
      int end = closingQuote(quote);
      if (end >= 0) {
        String quoted = text.substring(at + 1, end);
        at = end + 1;
        return quote == '"' ? expanded(unescaped(quoted)) : quoted;
      }
    }
    String value = text.substring(at, lineEnd);
    at = lineEnd;
    return expanded(withoutComment(value).strip());
  }

  private int closingQuote(char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private static String withoutComment(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '#' && (i == 0 || isBlank(value.charAt(i - 1)))) {
        return value.substring(0, i);
      }
    }
    return value;
  }

  private static String unescaped(String quoted) {
    StringBuilder plain = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c != '\\' || i + 1 == quoted.length()) {
        plain.append(c);
        continue;
      }
      char escaped = quoted.charAt(++i);
      switch (escaped) {
        case 'n':
          plain.append('\n');
          break;
        case 'r':
          plain.append('\r');
          break;
        case 't':
          plain.append('\t');
          break;
        case '$':
          plain.append("$$");
          break;
        default:
          plain.append(escaped);
      }
    }
    return plain.toString();
  }

  /** A file whose lines each double the one before would fill any memory. */
  private String expanded(String value) {
    if (value.indexOf('$') < 0) {
      return value;
    }
    String result = new Interpolator(Environment.over(variables), new Problems()).fill(value);
    expanded += result.length();
    return expanded <= MOST_EXPANDED ? result : "";
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean allowed =
          Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '[' || c == ']';
      if (!allowed) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private int lineEnd() {
    int newline = text.indexOf('\n', at);
    return newline < 0 ? text.length() : newline;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B';
  }
}
