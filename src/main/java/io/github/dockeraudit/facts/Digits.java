package io.github.dockeraudit.facts;

/** Tells numbers from names, which both may stand for a user or a stage. */
public final class Digits {

  private Digits() {}

  /** Whether a text has digits and nothing else. */
  public static boolean only(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
