package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** A value of the merged model: a mapping, a sequence or a scalar. */
public sealed interface Node extends Located permits Mapping, Sequence, Scalar {

  /**
   * Where the value is used: the alias {@code *name} for one that is used by it, else the range.
   */
  SourceRange site();

  /** This as a mapping; empty if it is none. */
  default Optional<Mapping> asMapping() {
    return this instanceof Mapping ? Optional.of((Mapping) this) : Optional.empty();
  }

  /** This as a sequence; empty if it is none. */
  default Optional<Sequence> asSequence() {
    return this instanceof Sequence ? Optional.of((Sequence) this) : Optional.empty();
  }

  /** This as a scalar; empty if it is none. */
  default Optional<Scalar> asScalar() {
    return this instanceof Scalar ? Optional.of((Scalar) this) : Optional.empty();
  }

  /** Whether no value is given: nothing written, {@code ~} or {@code null}. */
  default boolean isNull() {
    return false;
  }
}
