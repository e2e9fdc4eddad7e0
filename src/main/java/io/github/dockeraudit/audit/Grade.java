package io.github.dockeraudit.audit;

import java.util.Arrays;
import java.util.Optional;

/** A mark in a letter, the best first; the steps are of five points. */
public enum Grade {
  A_PLUS("A+", 95),
  A("A", 90),
  A_MINUS("A-", 85),
  B_PLUS("B+", 80),
  B("B", 75),
  B_MINUS("B-", 70),
  C_PLUS("C+", 65),
  C("C", 60),
  C_MINUS("C-", 55),
  D("D", 50),
  F("F", 0);

  private final String label;
  private final int from;

  Grade(String label, int from) {
    this.label = label;
    this.from = from;
  }

  /**
   * The grade of a score.
   *
   * @param score from 0 to 100
   */
  public static Grade of(int score) {
    return Arrays.stream(values()).filter(grade -> score >= grade.from).findFirst().orElse(F);
  }

  /** The grade that is written so, whatever the case of letters; empty if none is. */
  public static Optional<Grade> named(String label) {
    return Arrays.stream(values())
        .filter(grade -> grade.label.equalsIgnoreCase(label.strip()))
        .findFirst();
  }

  /** The lowest score that gets this grade. */
  public int from() {
    return from;
  }

  /** Whether this is as good as {@code asked} or better. */
  public boolean isAtLeast(Grade asked) {
    return compareTo(asked) <= 0;
  }

  /** The letter with its sign, like {@code B+}. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
