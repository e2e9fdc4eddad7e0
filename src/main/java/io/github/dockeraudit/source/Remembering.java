package io.github.dockeraudit.source;

/** An immutable part of the model that keeps what was worked out of it, see {@link Fact}. */
public interface Remembering {

  /** What is kept; always the same object. */
  Memory memory();
}
