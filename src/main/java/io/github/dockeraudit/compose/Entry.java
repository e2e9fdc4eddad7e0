package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * One key of a mapping with its value, which an override may have taken from another file.
 *
 * @param key the key
 * @param value the value; a null scalar where nothing stands after the colon
 */
public record Entry(Key key, Node value) implements Located {

  /** From the key to the end of its value; the key alone if the value stands somewhere else. */
  @Override
  public SourceRange range() {
    SourceRange from = key.range();
    SourceRange to = value.site();
    return from.source() == to.source() && from.end() <= to.start() ? from.union(to) : from;
  }

  /** The name of the key. */
  public String name() {
    return key.name();
  }
}
