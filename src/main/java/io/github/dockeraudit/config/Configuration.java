package io.github.dockeraudit.config;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.audit.MinimumGrades;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.audit.SuppressionEntry;
import io.github.dockeraudit.audit.Threshold;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.project.PathPatterns;
import io.github.dockeraudit.rule.Rule;
import java.util.List;
import java.util.Optional;

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
 * @param suppressions what accepts findings, beside comments
 * @param needsReasons whether a suppression without a reason is a violation
 * @param failsOnUnused whether a suppression that accepts nothing is a violation
 * @param takesHadolintComments whether comments of hadolint accept findings
 * @param baselineFile the file of known findings, as in {@link ConfigLocator#nearest}; empty for
 *     none
 * @param ratchetFrom a git revision that changes are counted from; empty for none
 * @param customRules rules that users wrote, beside those of JARs
 */
public record Configuration(
    RuleSelection rules,
    PathPatterns includes,
    PathPatterns excludes,
    Threshold threshold,
    MinimumGrades minimum,
    boolean failOnViolation,
    FixLevel fixLevel,
    List<SuppressionEntry> suppressions,
    boolean needsReasons,
    boolean failsOnUnused,
    boolean takesHadolintComments,
    Optional<String> baselineFile,
    Optional<String> ratchetFrom,
    List<Rule> customRules) {

  public Configuration {
    requireNonNull(rules);
    requireNonNull(includes);
    requireNonNull(excludes);
    requireNonNull(threshold);
    requireNonNull(minimum);
    requireNonNull(fixLevel);
    suppressions = List.copyOf(suppressions);
    requireNonNull(baselineFile);
    requireNonNull(ratchetFrom);
    customRules = List.copyOf(customRules);
  }
}
