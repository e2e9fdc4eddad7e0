package io.github.dockeraudit.dockerfile;

/** The variables that can be used at some place of a Dockerfile. */
@FunctionalInterface
public interface Scope {

  /** What is known of a variable; unset if it certainly has no value here. */
  Value variable(String name);

  /**
   * What a word comes to here, with quotes and escapes taken away; unknown if it holds something
   * unknown, and if Docker rejects it. A variable without a value stands for no text, as in Docker.
   */
  default Value expand(Word word) {
    return word.in(this);
  }
}
