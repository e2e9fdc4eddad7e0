package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Category;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;

/**
 * The table that marks are reckoned by: the points that a rule costs if all that could have the
 * fault do, before others count too. ADR 0013 says how it was set.
 */
enum Weights {
  ARCHITECTURE(Aspect.ARCHITECTURE, 28, 20, 5),
  SECURITY(Aspect.SECURITY, 22, 10, 2.5),
  PERFORMANCE(Aspect.PERFORMANCE, 30, 22, 6),
  EXPERIENCE(Aspect.EXPERIENCE, 14, 6.5, 2.5),
  MAINTAINABILITY(Aspect.MAINTAINABILITY, 28, 20, 6);

  /** How much a matter of style counts beside one of maintainability. */
  private static final double STYLE = 0.25;

  private final Aspect aspect;
  private final double error;
  private final double warning;
  private final double info;

  Weights(Aspect aspect, double error, double warning, double info) {
    this.aspect = aspect;
    this.error = error;
    this.warning = warning;
    this.info = info;
  }

  /** What one rule costs at most, with findings of that severity. */
  static double everywhere(RuleInfo rule, Severity severity) {
    double weight = of(Aspect.of(rule.category())).weight(severity);
    return rule.category() == Category.STYLE ? weight * STYLE : weight;
  }

  private static Weights of(Aspect aspect) {
    for (Weights weights : values()) {
      if (weights.aspect == aspect) {
        return weights;
      }
    }
    throw new IllegalStateException(aspect + " has no weights");
  }

  private double weight(Severity severity) {
    return switch (severity) {
      case ERROR -> error;
      case WARNING -> warning;
      case INFO -> info;
    };
  }

  /**
   * The most that all rules cost with findings of one severity. Together it is 100, so that no mark
   * falls below 0; and however many small faults there are, they cost less than grave ones may.
   */
  static double together(Severity severity) {
    return switch (severity) {
      case ERROR -> 60;
      case WARNING -> 30;
      case INFO -> 10;
    };
  }
}
