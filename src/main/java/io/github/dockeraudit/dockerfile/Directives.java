package io.github.dockeraudit.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * The parser directives of a file.
 *
 * @param all in file order, each name once
 */
public record Directives(List<Directive> all) {

  /** The image that parses the file; empty for the one built into BuildKit. */
  public Optional<Directive> syntax() {
    return named("syntax");
  }

  /** The directive that chooses the escape character. */
  public Optional<Directive> escape() {
    return named("escape");
  }

  /** The directive that configures the build checks. */
  public Optional<Directive> check() {
    return named("check");
  }

  /** The escape character in effect: a backslash, or a back quote if the file says so. */
  public char escapeCharacter() {
    return escape().filter(directive -> directive.text().equals("`")).isPresent() ? '`' : '\\';
  }

  private Optional<Directive> named(String name) {
    return all.stream().filter(directive -> directive.name().equals(name)).findFirst();
  }
}
