package io.github.dockeraudit.docs;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What rules of other tools are called here, in Markdown. */
public final class MigrationPage {

  /** By the word before the colon of an alias, in the order of the page. */
  private static final Map<String, String> TOOLS = new LinkedHashMap<>();

  static {
    TOOLS.put("hadolint", "hadolint");
    TOOLS.put("buildkit", "BuildKit's build checks");
    TOOLS.put("dclint", "dclint");
    TOOLS.put("checkov", "Checkov");
    TOOLS.put("trivy", "Trivy");
    TOOLS.put("kics", "KICS");
    TOOLS.put("tally", "tally");
    TOOLS.put("sonar", "SonarQube");
    TOOLS.put("semgrep", "Semgrep");
    TOOLS.put("dockerfilelint", "dockerfilelint");
    TOOLS.put("dockadvisor", "Dockadvisor");
    TOOLS.put("parfum", "Parfum");
    TOOLS.put("openrewrite", "OpenRewrite");
  }

  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing(MigrationPage::letters)
          .thenComparing(MigrationPage::digits)
          .thenComparing(id -> id);

  private MigrationPage() {}

  /**
   * A table for each tool, from its ids to our rules.
   *
   * @param pages where the pages of the rules are, relative to the page
   */
  public static String tables(Ruleset rules, String pages) {
    return TOOLS.entrySet().stream()
        .map(tool -> table(tool.getKey(), tool.getValue(), rules, pages))
        .collect(joining("\n"));
  }

  private static String table(String tool, String name, Ruleset rules, String pages) {
    Map<String, List<RuleInfo>> byId = new TreeMap<>(BY_NUMBER);
    for (Rule rule : rules.rules()) {
      for (String alias : rule.info().aliases()) {
        if (alias.startsWith(tool + ":")) {
          String id = alias.substring(tool.length() + 1);
          byId.merge(id, List.of(rule.info()), MigrationPage::both);
        }
      }
    }
    return byId.entrySet().stream()
        .map(row -> "| `%s` | %s |\n".formatted(row.getKey(), links(row.getValue(), pages)))
        .collect(joining("", "## %s\n\n| there | here |\n|---|---|\n".formatted(name), ""));
  }

  private static List<RuleInfo> both(List<RuleInfo> some, List<RuleInfo> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static String links(List<RuleInfo> rules, String pages) {
    return rules.stream()
        .map(rule -> "[%s](%s/%s.md)%s".formatted(rule.name(), pages, rule.name(), note(rule)))
        .collect(joining(", "));
  }

  private static String note(RuleInfo rule) {
    return rule.enabled() ? "" : " (off by default)";
  }

  private static String letters(String id) {
    return id.replaceAll("\\d+$", "");
  }

  private static int digits(String id) {
    String number = id.substring(letters(id).length());
    return number.isEmpty() || number.length() > 9 ? 0 : Integer.parseInt(number);
  }
}
