package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.stream.Stream;

/** A sequence. */
public final class Sequence implements Node {

  private final SourceRange range;
  private final SourceRange site;
  private final List<Node> items;

  Sequence(SourceRange range, SourceRange site, List<Node> items) {
    this.range = range;
    this.site = site;
    this.items = List.copyOf(items);
  }

  /** Where the sequence stands in the first of the files that it was merged from. */
  @Override
  public SourceRange range() {
    return range;
  }

  @Override
  public SourceRange site() {
    return site;
  }

  /** The items in the order of the files. */
  public List<Node> items() {
    return items;
  }

  /** The items that are scalars and not null. */
  public Stream<Scalar> scalars() {
    return items.stream()
        .filter(item -> item instanceof Scalar && !item.isNull())
        .map(Scalar.class::cast);
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
