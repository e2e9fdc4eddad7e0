package io.github.dockeraudit.project;

import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the targets that a makefile spells out: no included files, no pattern rules, no names that
 * hold a variable.
 *
 * @see <a href="https://www.gnu.org/software/make/manual/make.html#Rules">Rules of GNU make</a>
 */
final class Makefile {

  private static final Set<String> DIRECTIVES =
      Set.of(
          "ifeq",
          "ifneq",
          "ifdef",
          "ifndef",
          "else",
          "endif",
          "include",
          "-include",
          "sinclude",
          "export",
          "unexport",
          "override",
          "vpath",
          "undefine",
          "load");

  private final Source source;
  private final String text;
  private final List<DeveloperCommand> commands = new ArrayList<>();
  private int at;

  private Makefile(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** The targets in the order of the file, each of several in one rule for itself. */
  static List<DeveloperCommand> commandsOf(Source source) {
    return new Makefile(source).read();
  }

  private List<DeveloperCommand> read() {
    while (at < text.length()) {
      int start = at;
      at = afterContinuedLine(start);
      String first = firstWord(start);
      if (first.equals("define")) {
        skipDefinition();
      } else if (!first.isEmpty() && !first.startsWith("#") && !DIRECTIVES.contains(first)) {
        readRule(start, at);
      }
    }
    return commands;
  }

  private void skipDefinition() {
    while (at < text.length()) {
      int start = at;
      at = afterContinuedLine(start);
      if (firstWord(start).equals("endef")) {
        return;
      }
    }
  }

  private void readRule(int start, int end) {
    int colon = colonOfRule(start, end);
    if (colon < 0) {
      return;
    }
    SourceRange body = recipe(colon, end);
    for (int i = start; i < colon; ) {
      int wordEnd = i;
      while (wordEnd < colon && !isBlank(text.charAt(wordEnd))) {
        wordEnd++;
      }
      addTarget(i, wordEnd, body);
      i = wordEnd + 1;
    }
  }

  /** Special targets begin with a dot and a capital letter. */
  private void addTarget(int start, int end, SourceRange body) {
    String name = text.substring(start, end);
    boolean special =
        name.startsWith(".") && name.length() > 1 && Character.isUpperCase(name.charAt(1));
    if (!name.isEmpty() && !special && name.indexOf('%') < 0 && name.indexOf('$') < 0) {
      commands.add(new DeveloperCommand(Tool.MAKE, name, source.range(start, end), body));
    }
  }

  /** The colon of a rule; -1 if the line sets a variable, be it for one target only. */
  private int colonOfRule(int start, int end) {
    int depth = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (depth > 0) {
        continue;
      }
      if (c == '=' || c == '#') {
        return -1;
      }
      if (c == ':') {
        return isAssignment(i, end) ? -1 : i;
      }
    }
    return -1;
  }

  private boolean isAssignment(int colon, int end) {
    int i = colon;
    while (i < end && text.charAt(i) == ':') {
      i++;
    }
    for (; i < end && ";#\n".indexOf(text.charAt(i)) < 0; i++) {
      if (text.charAt(i) == '=') {
        return true;
      }
    }
    return false;
  }

  /** The lines that begin with a tab below the rule, or what follows a semicolon in it. */
  private SourceRange recipe(int colon, int ruleEnd) {
    int comment = indexOf('#', colon, ruleEnd);
    int semicolon = indexOf(';', colon, comment);
    int start = semicolon < comment ? semicolon + 1 : ruleEnd;
    int end = semicolon < comment ? withoutLineEnding(ruleEnd) : ruleEnd;
    while (at < text.length() && (text.charAt(at) == '\t' || isEmptyLine(at))) {
      boolean empty = isEmptyLine(at);
      at = afterContinuedLine(at);
      end = empty ? end : withoutLineEnding(at);
    }
    return source.range(Math.min(start, end), end);
  }

  private boolean isEmptyLine(int start) {
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end).isBlank();
  }

  private int indexOf(char c, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != c) {
      at++;
    }
    return at;
  }

  private int withoutLineEnding(int end) {
    int shorter = end;
    while (shorter > 0 && "\r\n".indexOf(text.charAt(shorter - 1)) >= 0) {
      shorter--;
    }
    return shorter;
  }

  /** The offset after a line and those that it goes on with after a backslash. */
  private int afterContinuedLine(int start) {
    int end = text.indexOf('\n', start);
    while (end > start && endsInBackslash(start, end)) {
      int next = text.indexOf('\n', end + 1);
      if (next < 0) {
        return text.length();
      }
      end = next;
    }
    return end < 0 ? text.length() : end + 1;
  }

  private boolean endsInBackslash(int start, int end) {
    int last = text.charAt(end - 1) == '\r' ? end - 2 : end - 1;
    return last >= start && text.charAt(last) == '\\';
  }

  private String firstWord(int start) {
    int from = start;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    int end = from;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\\';
  }
}
