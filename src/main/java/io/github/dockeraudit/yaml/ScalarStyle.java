package io.github.dockeraudit.yaml;

/** How a scalar is written. */
public enum ScalarStyle {
  /** Without quotes. */
  PLAIN,
  /** In {@code '...'}. */
  SINGLE_QUOTED,
  /** In {@code "..."}. */
  DOUBLE_QUOTED,
  /** A block after {@code |}, which keeps its line endings. */
  LITERAL,
  /** A block after {@code >}, which folds its lines. */
  FOLDED;

  /** Whether it is written in quotes of either kind. */
  public boolean isQuoted() {
    return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
  }

  /** Whether it is a block of lines after {@code |} or {@code >}. */
  public boolean isBlock() {
    return this == LITERAL || this == FOLDED;
  }
}
