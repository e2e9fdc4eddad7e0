package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads directives, which stand in the first lines of a file, one in each. */
final class DirectiveReader {

  private static final List<String> NAMES = List.of("syntax", "escape", "check");

  private final Source source;
  private final String text;
  private final List<Directive> found = new ArrayList<>(0);

  /** The second directive of a name; null as long as there is none. */
  private Directive repeated;

  DirectiveReader(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** The directives so far, each name once. */
  List<Directive> directives() {
    return found;
  }

  /** The directive that {@link #accept} took last if it repeats an earlier one. */
  Optional<Directive> repeated() {
    return Optional.ofNullable(repeated);
  }

  /**
   * Takes the content of a line after its comment sign; false if it is no directive, or repeats an
   * earlier one.
   */
  boolean accept(int start, int end) {
    Directive directive = parse(start, end);
    if (directive == null) {
      return false;
    }
    if (found.stream().anyMatch(earlier -> earlier.name().equals(directive.name()))) {
      repeated = directive;
      return false;
    }
    found.add(directive);
    return true;
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
