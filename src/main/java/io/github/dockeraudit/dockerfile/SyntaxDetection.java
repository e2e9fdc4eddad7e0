package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Source;
import java.util.Optional;

/**
 * Finds the frontend that a file asks for, before anything is known of its language: in directives
 * behind {@code #} or {@code //}, or in a JSON object, each below an optional shebang.
 */
final class SyntaxDetection {

  private static final String NAME = "syntax";

  private final Source source;
  private final String text;
  private final int start;

  SyntaxDetection(Source source) {
    this.source = source;
    this.text = source.text();
    this.start = text.startsWith("#!") ? Math.max(0, text.indexOf('\n') + 1) : 0;
  }

  /** The directive; empty if BuildKit's own frontend reads the file. */
  Optional<Directive> find() {
    return inComments("#").or(() -> inComments("//")).or(this::inObject);
  }

  /** Directives stand in the first lines, and one of two with the same name ends them. */
  private Optional<Directive> inComments(String sign) {
    DirectiveReader reader = new DirectiveReader(source);
    int line = start;
    while (line < text.length() && text.startsWith(sign, line)) {
      int newline = text.indexOf('\n', line);
      int end = newline < 0 ? text.length() : newline;
      int content = end > line && text.charAt(end - 1) == '\r' ? end - 1 : end;
      if (!reader.accept(line + sign.length(), content)) {
        break;
      }
      line = Math.min(end + 1, text.length());
    }
    return reader.directives().stream().filter(found -> found.name().equals(NAME)).findFirst();
  }

  private Optional<Directive> inObject() {
    Json json = new Json(text, text.length());
    int open = json.space(start);
    if (json.at(open) != '{' || json.space(valueEnd(json, open)) != text.length()) {
      return Optional.empty();
    }
    Directive found = null;
    int key = json.space(open + 1);
    while (json.at(key) == '"') {
      int value = json.key(key);
      int end = json.value(value);
      boolean isSyntax = text.startsWith('"' + NAME + '"', key) && json.at(value) == '"';
      found = isSyntax ? directive(key + 1, value + 1, end - 1) : found;
      key = json.space(json.space(end) + 1);
    }
    return Optional.ofNullable(found);
  }

  private static int valueEnd(Json json, int start) {
    return Math.max(start, json.value(start));
  }

  private Directive directive(int name, int value, int end) {
    return new Directive(source.range(name, end), NAME, source.range(value, end));
  }
}
