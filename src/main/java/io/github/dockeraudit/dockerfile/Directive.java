package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * A parser directive at the top of a file, such as {@code # syntax=docker/dockerfile:1}.
 *
 * @param range from the name to the end of the value
 * @param name {@code syntax}, {@code escape} or {@code check}, in lower case
 * @param value where the value stands
 */
public record Directive(SourceRange range, String name, SourceRange value) implements Located {

  /** The value as written, without white space around it. */
  public String text() {
    return value.text();
  }
}
