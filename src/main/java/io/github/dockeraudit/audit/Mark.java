package io.github.dockeraudit.audit;

import java.util.List;

/**
 * A mark from 0 to 100, and what it is made of: it is 100 without the points of its deductions.
 *
 * @param deductions what was found and what it costs, in the order of the findings
 */
public record Mark(List<Deduction> deductions) {

  public Mark {
    deductions = List.copyOf(deductions);
  }

  /** The points before rounding, from 0 to 100. */
  public double points() {
    return Math.max(0, 100 - deductions.stream().mapToDouble(Deduction::points).sum());
  }

  /** The points in whole numbers, from 0 to 100. */
  public int score() {
    return (int) Math.round(points());
  }

  /** The letter of the {@link #score}. */
  public Grade grade() {
    return Grade.of(score());
  }
}
