package io.github.dockeraudit.dockerfile;

/** The variables that can be used at some place of a Dockerfile. */
public interface Scope {

  /** What is known of a variable; unset if it certainly has no value here. */
  Value variable(String name);

  /** What a word comes to here, quotes and escapes removed; unknown if Docker would reject it. */
  Value expand(Word word);
}
