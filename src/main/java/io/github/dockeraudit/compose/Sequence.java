package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A sequence. */
public final class Sequence extends Node {

  private final List<Node> items;

  Sequence(SourceRange range, SourceRange site, MergeTag tag, List<Node> items) {
    super(range, site, tag);
    this.items = List.copyOf(items);
  }

  /** The same sequence with other items. */
  Sequence with(List<Node> others) {
    return new Sequence(range(), site(), tag(), others);
  }

  @Override
  public Optional<Sequence> asSequence() {
    return Optional.of(this);
  }

  @Override
  void addInterpolations(List<Interpolation> all) {
    for (Node item : items) {
      item.addInterpolations(all);
    }
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
