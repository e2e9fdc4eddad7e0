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
 * @param chosen rules that run and no others, even if the profile has them not: ids, names or
 *     aliases; empty for all of the profile
 * @param skipped rules that do not run: ids, names or aliases
 */
public record RuleSelection(Profile profile, List<String> chosen, List<String> skipped) {

  public RuleSelection {
    chosen = List.copyOf(chosen);
    skipped = List.copyOf(skipped);
  }

  /** All rules of a profile but some. */
  public RuleSelection(Profile profile, List<String> skipped) {
    this(profile, List.of(), skipped);
  }

  /**
   * The rules of {@code all} that run.
   *
   * @throws AuditException if a chosen or skipped rule is not one of {@code all}
   */
  public Ruleset from(Ruleset all) {
    Set<String> chosenIds = ids(chosen, all, "choose");
    Set<String> skippedIds = ids(skipped, all, "skip");
    return all.where(
            rule ->
                (chosen.isEmpty() ? profile.includes(rule) : chosenIds.contains(rule.id()))
                    && !skippedIds.contains(rule.id()))
        .mapped(profile::configured);
  }

  private static Set<String> ids(List<String> labels, Ruleset all, String verb) {
    Set<String> ids = new HashSet<>();
    for (String label : labels) {
      List<Rule> called = all.called(label);
      if (called.isEmpty()) {
        throw new AuditException(
            "There is no rule '%s' to %s".formatted(label, verb),
            Suggestion.closest(label, names(all))
                .map(name -> "did you mean '%s'?".formatted(name))
                .orElse("give the id, the name or an alias of a rule, such as missing-user"));
      }
      called.forEach(rule -> ids.add(rule.info().id()));
    }
    return ids;
  }

  private static List<String> names(Ruleset all) {
    return all.rules().stream().map(rule -> rule.info().name()).toList();
  }
}
