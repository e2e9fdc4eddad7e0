package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much a project may have wrong before its build fails.
 *
 * @param severity the lowest severity that counts as a violation
 * @param maxAllowed how many violations are let pass; 0 allows none
 */
public record Threshold(Severity severity, int maxAllowed) {

  private static final int SHOWN = 10;

  /**
   * @throws IllegalArgumentException if {@code maxAllowed} is negative
   */
  public Threshold {
    Objects.requireNonNull(severity);
    if (maxAllowed < 0) {
      throw new IllegalArgumentException("maxAllowedViolations is negative: " + maxAllowed);
    }
  }

  /** The findings that count as violations. */
  public List<Finding> violations(Audit audit) {
    return audit.findings().stream()
        .filter(finding -> finding.severity().isAtLeast(severity))
        .toList();
  }

  /**
   * Why the build must fail: the number of violations and the gravest of them with their places.
   * Empty if the audit is within the threshold.
   */
  public Optional<String> exceededBy(Audit audit) {
    List<Finding> violations = violations(audit);
    return violations.size() > maxAllowed ? Optional.of(describe(violations)) : Optional.empty();
  }

  private String describe(List<Finding> violations) {
    String gravest =
        violations.stream()
            .sorted(Comparator.comparing(Finding::severity))
            .limit(SHOWN)
            .map(Threshold::line)
            .collect(Collectors.joining());
    int hidden = violations.size() - SHOWN;
    return "%s %s of severity %s or graver, %s allowed:%s%s"
        .formatted(
            violations.size(),
            violations.size() == 1 ? "violation" : "violations",
            severity,
            maxAllowed == 0 ? "none" : maxAllowed,
            gravest,
            hidden > 0 ? "\n  and %s more".formatted(hidden) : "");
  }

  private static String line(Finding finding) {
    return "\n  %s %s %s: %s"
        .formatted(finding.range(), finding.rule().id(), finding.rule().name(), finding.message());
  }
}
