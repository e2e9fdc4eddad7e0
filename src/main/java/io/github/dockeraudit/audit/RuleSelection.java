package io.github.dockeraudit.audit;

import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rules a user wants to run.
 *
 * @param profile the rules to begin with
 * @param skipped rules that do not run: ids, names or aliases
 */
public record RuleSelection(Profile profile, List<String> skipped) {

  public RuleSelection {
    skipped = List.copyOf(skipped);
  }

  /**
   * The rules of {@code all} that run.
   *
   * @throws AuditException if a skipped rule is not one of {@code all}
   */
  public Ruleset from(Ruleset all) {
    Set<String> skippedIds = new HashSet<>();
    for (String label : skipped) {
      List<Rule> called = all.called(label);
      if (called.isEmpty()) {
        throw new AuditException(
            "There is no rule '%s' to skip".formatted(label),
            Suggestion.closest(label, names(all))
                .map(name -> "did you mean '%s'?".formatted(name))
                .orElse("give the id, the name or an alias of a rule, such as missing-user"));
      }
      called.forEach(rule -> skippedIds.add(rule.info().id()));
    }
    return all.where(rule -> profile.includes(rule) && !skippedIds.contains(rule.id()));
  }

  private static List<String> names(Ruleset all) {
    return all.rules().stream().map(rule -> rule.info().name()).toList();
  }
}
