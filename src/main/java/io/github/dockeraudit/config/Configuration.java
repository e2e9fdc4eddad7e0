package io.github.dockeraudit.config;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.audit.MinimumGrades;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.audit.Threshold;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.project.PathPatterns;

/**
 * How an audit is wanted, whoever said so.
 *
 * @param rules which rules run, with which options and severities, and where
 * @param includes further files to audit
 * @param excludes files to leave out
 * @param threshold how much may be wrong
 * @param minimum the marks to reach
 * @param failOnViolation whether a build fails past the threshold; if not it is warned
 * @param fixLevel how far fixing may go
 */
public record Configuration(
    RuleSelection rules,
    PathPatterns includes,
    PathPatterns excludes,
    Threshold threshold,
    MinimumGrades minimum,
    boolean failOnViolation,
    FixLevel fixLevel) {

  public Configuration {
    requireNonNull(rules);
    requireNonNull(includes);
    requireNonNull(excludes);
    requireNonNull(threshold);
    requireNonNull(minimum);
    requireNonNull(fixLevel);
  }
}
