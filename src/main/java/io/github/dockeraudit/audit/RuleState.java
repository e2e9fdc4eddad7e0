package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a rule is used in an audit, and who said so.
 *
 * @param enabled whether it runs
 * @param enabledBy who said that it does or does not
 * @param severity the severity of its findings; empty for the one that it gives them
 * @param severityBy who said that
 * @param options what is said of its options, the last word last
 */
public record RuleState(
    boolean enabled,
    Origin enabledBy,
    Optional<Severity> severity,
    Origin severityBy,
    List<RuleSetting> options) {

  public RuleState {
    requireNonNull(enabledBy);
    requireNonNull(severity);
    requireNonNull(severityBy);
    options = List.copyOf(options);
  }

  /** What holds before anybody spoke of the rule itself. */
  RuleState(boolean enabled, Origin enabledBy) {
    this(enabled, enabledBy, Optional.empty(), Origin.DEFAULT, List.of());
  }

  /** This state after somebody with a stronger word has spoken. */
  RuleState after(RuleSetting setting) {
    return new RuleState(
        setting.enabled().orElse(enabled),
        setting.enabled().isPresent() ? setting.origin() : enabledBy,
        setting.severity().isPresent() ? setting.severity() : severity,
        setting.severity().isPresent() ? setting.origin() : severityBy,
        setting.options().isEmpty()
            ? options
            : Stream.concat(options.stream(), Stream.of(setting)).toList());
  }
}
