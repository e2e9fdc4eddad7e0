package io.github.dockeraudit.docs;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;

/** All rules as a table, in Markdown. */
public final class RuleTable {

  private RuleTable() {}

  /**
   * The table; it ends with a line ending.
   *
   * @param pages where the pages of the rules are, relative to the file that the table goes into
   */
  public static String of(Ruleset rules, String pages) {
    return rules.rules().stream()
        .map(Rule::info)
        .map(rule -> row(rule, pages))
        .collect(
            joining(
                "\n",
                "| Rule | Name | Severity | Category | Fix | What it finds |\n|---|---|---|---|---|---|\n",
                "\n"));
  }

  private static String row(RuleInfo rule, String pages) {
    return "| %s | [%s](%s/%s.md) | %s | %s | %s | %s |"
        .formatted(
            rule.id(),
            rule.name(),
            pages,
            rule.name(),
            rule.enabled() ? rule.severity().label() : "off",
            rule.category().label(),
            fix(rule),
            rule.summary().replace("|", "\\|"));
  }

  private static String fix(RuleInfo rule) {
    return switch (rule.fix()) {
      case NEVER -> "";
      case SOMETIMES -> "where certain";
      case ALWAYS -> "always";
    };
  }
}
