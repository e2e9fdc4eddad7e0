package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.DotEnv.Quoting;
import io.github.dockeraudit.compose.DotEnv.Variable;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of an environment file; a quoted value may reach over several. */
final class DotEnvReader {

  private static final String EXPORT = "export";

  private final Source source;
  private final String text;
  private final List<Variable> variables = new ArrayList<>();
  private int at;

  DotEnvReader(Source source) {
    this.source = source;
    this.text = source.text();
  }

  List<Variable> read() {
    while (at < text.length()) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) != '#') {
        readVariable();
      }
      at = endOfLine(at) + 1;
    }
    return variables;
  }

  private void readVariable() {
    skipExport();
    int start = at;
    while (at < text.length() && isInName(text.charAt(at))) {
      at++;
    }
    int end = at;
    skipBlanks();
    boolean isSet = at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':');
    boolean isAlone = at >= endOfLine(at) || text.charAt(at) == '#';
    if (start == end || !isSet && !isAlone) {
      return;
    }
    if (!isSet) {
      add(start, end, at, at, Quoting.NONE, false);
      return;
    }
    at++;
    skipBlanks();
    readValue(start, end);
  }

  private void skipExport() {
    int after = at + EXPORT.length();
    if (text.startsWith(EXPORT, at) && after < text.length() && isBlank(text.charAt(after))) {
      at = after;
      skipBlanks();
    }
  }

  private void readValue(int start, int end) {
    int valueStart = at;
    char quote = at < text.length() ? text.charAt(at) : '\n';
    int closing = quote == '\'' || quote == '"' ? closingQuote(quote) : -1;
    if (closing < 0) {
      at = endOfBareValue();
      add(start, end, valueStart, at, Quoting.NONE, true);
    } else {
      at = closing + 1;
      add(start, end, valueStart, at, quote == '"' ? Quoting.DOUBLE : Quoting.SINGLE, true);
    }
  }

  private int closingQuote(char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return -1;
  }

  /** A comment begins at a number sign behind white space. */
  private int endOfBareValue() {
    int lineEnd = endOfLine(at);
    int end = lineEnd;
    for (int i = at; i < lineEnd; i++) {
      if (text.charAt(i) == '#' && (i == at || isBlank(text.charAt(i - 1)))) {
        end = i;
        break;
      }
    }
    while (end > at && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private void add(int start, int end, int from, int to, Quoting quoting, boolean isSet) {
    String value =
        switch (quoting) {
          case NONE -> text.substring(from, to);
          case SINGLE -> text.substring(from + 1, to - 1).replace("\\'", "'");
          case DOUBLE -> unescaped(text.substring(from + 1, to - 1), "$");
        };
    variables.add(
        new Variable(
            text.substring(start, end),
            source.range(start, end),
            source.range(from, to),
            quoting,
            isSet,
            value));
  }

  /** A text without escapes, with {@code dollar} for an escaped dollar sign. */
  static String unescaped(String quoted, String dollar) {
    StringBuilder value = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c != '\\' || i + 1 == quoted.length()) {
        value.append(c);
        continue;
      }
      i++;
      switch (quoted.charAt(i)) {
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 't' -> value.append('\t');
        case '"', '\\' -> value.append(quoted.charAt(i));
        case '$' -> value.append(dollar);
        default -> value.append('\\').append(quoted.charAt(i));
      }
    }
    return value.toString();
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private static boolean isInName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '[' || c == ']';
  }
}
