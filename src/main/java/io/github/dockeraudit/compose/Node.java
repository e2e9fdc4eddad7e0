package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** A value of the merged model: a mapping, a sequence or a scalar. */
public abstract sealed class Node implements Located permits Mapping, Sequence, Scalar {

  private final SourceRange range;
  private final SourceRange site;
  private final MergeTag tag;

  Node(SourceRange range, SourceRange site, MergeTag tag) {
    this.range = range;
    this.site = site;
    this.tag = tag;
  }

  /**
   * Where the value stands, quotes and brackets included; for a mapping or sequence that was merged
   * from several files, where it stands in the first of them.
   */
  @Override
  public SourceRange range() {
    return range;
  }

  /**
   * Where the value is used: the alias {@code *name} for one that is used by it, else the range.
   */
  public SourceRange site() {
    return site;
  }

  /** This as a mapping; empty if it is none. */
  public Optional<Mapping> asMapping() {
    return Optional.empty();
  }

  /** This as a sequence; empty if it is none. */
  public Optional<Sequence> asSequence() {
    return Optional.empty();
  }

  /** This as a scalar; empty if it is none. */
  public Optional<Scalar> asScalar() {
    return Optional.empty();
  }

  /** Whether no value is given: nothing written, {@code ~} or {@code null}. */
  public boolean isNull() {
    return false;
  }

  /** Adds the uses of variables in it, outermost only. */
  abstract void addInterpolations(List<Interpolation> all);

  /** What the value does to the one that it is merged over. */
  final MergeTag tag() {
    return tag;
  }
}
