package io.github.dockeraudit.compose;

/** What a value in an override does to the one that it is merged over. */
enum MergeTag {
  /** The rules of its attribute apply. */
  NONE,
  /** {@code !reset}: the value is taken away. */
  RESET,
  /** {@code !override}: the value is replaced as a whole. */
  OVERRIDE
}
