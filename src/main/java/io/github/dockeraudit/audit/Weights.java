package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Category;
import io.github.dockeraudit.rule.Severity;

/**
 * The table that marks are reckoned by; ADR 0013 says how it was set.
 *
 * <p>The most that faults can cost is 100 points together, so no mark falls below 0; and however
 * many small faults there are, they cost less than a few grave ones may.
 */
enum Weights {
  /* severity, a fault that is everywhere, all faults of the severity together */
  ERROR(Severity.ERROR, 16, 65),
  WARNING(Severity.WARNING, 6, 25),
  INFO(Severity.INFO, 2, 10);

  /** How much a matter of style counts beside one of maintainability. */
  private static final double STYLE = 0.25;

  private final Severity severity;
  private final double everywhere;
  private final double together;

  Weights(Severity severity, double everywhere, double together) {
    this.severity = severity;
    this.everywhere = everywhere;
    this.together = together;
  }

  Severity severity() {
    return severity;
  }

  /** What one rule costs if all that could have the fault do, before others count too. */
  double everywhere(Category category) {
    return category == Category.STYLE ? everywhere * STYLE : everywhere;
  }

  /** The most that all rules of this severity cost. */
  double together() {
    return together;
  }
}
