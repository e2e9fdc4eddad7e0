package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.rule.Severity;
import java.util.Optional;

/**
 * How a rule is used in an audit, and who said so.
 *
 * @param enabled whether it runs
 * @param enabledBy who said that it does or does not
 * @param severity the severity of its findings; empty for the one that it gives them
 * @param severityBy who said that
 */
public record RuleState(
    boolean enabled, Origin enabledBy, Optional<Severity> severity, Origin severityBy) {

  public RuleState {
    requireNonNull(enabledBy);
    requireNonNull(severity);
    requireNonNull(severityBy);
  }

  /** This state after somebody with a stronger word has spoken. */
  RuleState after(RuleSetting setting) {
    return new RuleState(
        setting.enabled().orElse(enabled),
        setting.enabled().isPresent() ? setting.origin() : enabledBy,
        setting.severity().isPresent() ? setting.severity() : severity,
        setting.severity().isPresent() ? setting.origin() : severityBy);
  }
}
