package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * A name with the place where it is written, quotes included.
 *
 * @param range where it stands
 * @param name the name without quotes
 */
public record Key(SourceRange range, String name) implements Located {

  @Override
  public String toString() {
    return name;
  }
}
