package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says of a rule.
 *
 * @param label the rule: its id, its name or an alias, which may be that of several rules
 * @param enabled whether it runs; empty leaves that as it is
 * @param severity the severity of its findings; empty leaves that as it is
 * @param options options with their texts; one text for all but lists
 * @param origin where it is said
 */
public record RuleSetting(
    String label,
    Optional<Boolean> enabled,
    Optional<Severity> severity,
    Map<String, List<String>> options,
    Origin origin) {

  public RuleSetting {
    requireNonNull(label);
    requireNonNull(enabled);
    requireNonNull(severity);
    options = Map.copyOf(options);
    requireNonNull(origin);
  }

  /**
   * Whether it is about a finding of a rule that it is about: all of them, unless it is partial.
   */
  boolean speaksOf(Finding finding) {
    return isNameOf(finding.rule()) || finding.aliases().stream().anyMatch(this::isLabel);
  }

  /** Whether the label is one of several ids that a tool has for what the rule finds. */
  boolean isPartial(RuleInfo rule) {
    return !isNameOf(rule)
        && rule.aliases().stream()
            .filter(this::isLabel)
            .map(alias -> alias.substring(0, alias.indexOf(':') + 1))
            .anyMatch(tool -> rule.aliases().stream().filter(a -> a.startsWith(tool)).count() > 1);
  }

  private boolean isNameOf(RuleInfo rule) {
    return rule.id().equalsIgnoreCase(label) || rule.name().equalsIgnoreCase(label);
  }

  private boolean isLabel(String alias) {
    return alias.equalsIgnoreCase(label)
        || alias.substring(alias.indexOf(':') + 1).equalsIgnoreCase(label);
  }

  /** The rule runs. */
  public static RuleSetting on(String label, Origin origin) {
    return new RuleSetting(label, Optional.of(true), Optional.empty(), Map.of(), origin);
  }

  /** The rule does not run. */
  public static RuleSetting off(String label, Origin origin) {
    return new RuleSetting(label, Optional.of(false), Optional.empty(), Map.of(), origin);
  }

  /** The findings of the rule have that severity, whether it runs or not. */
  public static RuleSetting severity(String label, Severity severity, Origin origin) {
    return new RuleSetting(label, Optional.empty(), Optional.of(severity), Map.of(), origin);
  }

  /** The rule has these options, whether it runs or not. */
  public static RuleSetting options(
      String label, Map<String, List<String>> options, Origin origin) {
    return new RuleSetting(label, Optional.empty(), Optional.empty(), options, origin);
  }
}
