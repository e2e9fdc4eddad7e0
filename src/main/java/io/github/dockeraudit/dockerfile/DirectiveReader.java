package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the parser directives, which stand before anything else in a file. */
final class DirectiveReader {

  private static final List<String> NAMES = List.of("syntax", "escape", "check");

  private final Source source;
  private final String text;
  private final List<Problem> problems;
  private final List<Directive> found = new ArrayList<>();
  private boolean done;
  private char escape = '\\';

  DirectiveReader(Source source, List<Problem> problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  /** The escape character as far as directives have been read. */
  char escape() {
    return escape;
  }

  /** The directives in file order. */
  Directives directives() {
    return new Directives(List.copyOf(found));
  }

  /** Takes the content of the next line; the first that is no directive ends them. */
  void read(int start, int end) {
    if (done) {
      return;
    }
    Directive directive = start < end && text.charAt(start) == '#' ? parse(start + 1, end) : null;
    done = directive == null;
    if (done) {
      return;
    }
    if (found.stream().anyMatch(earlier -> earlier.name().equals(directive.name()))) {
      reject(
          directive.range(),
          "The directive %s stands here a second time; keep one".formatted(directive.name()));
      return;
    }
    found.add(directive);
    if (directive.name().equals("escape")) {
      readEscape(directive);
    }
  }

  private void readEscape(Directive directive) {
    String value = directive.text();
    if (value.equals("`") || value.equals("\\")) {
      escape = value.charAt(0);
    } else {
      reject(directive.value(), "The escape character cannot be %s; use \\ or `".formatted(value));
    }
  }

  private void reject(SourceRange range, String message) {
    problems.add(new Problem(range, message, Problem.Kind.SYNTAX));
  }

  /** The directive of a line after its comment sign; null if it is none. */
  private Directive parse(int start, int end) {
    int name = skip(start, end, true);
    int nameEnd = name;
    while (nameEnd < end && isNamePart(text.charAt(nameEnd), nameEnd > name)) {
      nameEnd++;
    }
    int equals = skip(nameEnd, end, false);
    if (equals == end || text.charAt(equals) != '=') {
      return null;
    }
    String key = text.substring(name, nameEnd).toLowerCase(Locale.ROOT);
    int value = skip(equals + 1, end, false);
    if (!NAMES.contains(key) || equals + 1 == end) {
      return null;
    }
    return directive(key, name, Math.min(value, end - 1), end);
  }

  private Directive directive(String key, int name, int value, int end) {
    int valueEnd = end;
    while (valueEnd > value + 1 && isSpace(text.charAt(valueEnd - 1))) {
      valueEnd--;
    }
    return new Directive(source.range(name, valueEnd), key, source.range(value, valueEnd));
  }

  private int skip(int start, int end, boolean unicode) {
    int position = start;
    while (position < end
        && (unicode ? WhiteSpace.is(text.charAt(position)) : isSpace(text.charAt(position)))) {
      position++;
    }
    return position;
  }

  private static boolean isNamePart(char c, boolean inside) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || inside && c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
  }
}
