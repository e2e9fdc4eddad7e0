package io.github.dockeraudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tells in one table for each of the fixes that change the most what becomes of every fixture, and
 * why nothing does where that is right.
 */
class FixCasesTest {

  private static final List<String> RULES =
      List.of("missing-user", "root-user", "sources-before-dependencies");

  private final Ruleset rules = Ruleset.load(Rule.class.getClassLoader());

  @TestFactory
  Stream<DynamicTest> everyCaseIsInTheTableOfItsRule() {
    return RULES.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        Golden.holds(
                            Path.of("docs", "cases", name + ".md"), table(rules.called(name)))));
  }

  private static String table(List<Rule> called) {
    assertThat(called).hasSize(1);
    Rule rule = called.get(0);
    List<Row> rows = Fixture.of(rule).stream().map(fixture -> Row.of(fixture, rule)).toList();
    List<String> lines = new ArrayList<>();
    lines.add("# The cases of %s".formatted(rule.info().name()));
    lines.add("");
    lines.add(
        "What the fix of [%1$s](../rules/%1$s.md) does in each of its fixtures, and why it does nothing in others."
            .formatted(rule.info().name()));
    lines.add(
        "Of %d cases %d are fixed, %d are left to a person, and %d have no fault."
            .formatted(
                rows.size(),
                count(rows, Row::isFixed),
                count(rows, Row::isLeft),
                count(rows, row -> !row.isFixed() && !row.isLeft())));
    lines.add("");
    lines.add("| case | what is done, or why nothing |");
    lines.add("|---|---|");
    rows.forEach(row -> lines.add(row.line()));
    return String.join("\n", lines) + "\n";
  }

  private static long count(List<Row> rows, java.util.function.Predicate<Row> wanted) {
    return rows.stream().filter(wanted).count();
  }

  /** One fixture and what is said of it. */
  private record Row(Fixture fixture, List<Finding> findings) {

    static Row of(Fixture fixture, Rule rule) {
      return new Row(fixture, fixture.specimen().findings(fixture.configured(rule)));
    }

    boolean isFixed() {
      return findings.stream().anyMatch(finding -> finding.fix().isPresent());
    }

    boolean isLeft() {
      return !isFixed() && !findings.isEmpty();
    }

    String line() {
      String said =
          findings.isEmpty()
              ? "no fault"
              : String.join("; ", findings.stream().map(Row::said).distinct().toList());
      return "| [%s](https://github.com/docker-audit/docker-audit-maven-plugin/tree/main/%s) | %s |"
          .formatted(
              caption(), fixture.path().toString().replace('\\', '/'), said.replace("[", "&#91;"));
    }

    private static String said(Finding finding) {
      return finding
          .fix()
          .map(Row::said)
          .orElseGet(() -> "nothing: " + finding.obstacle().orElse("only a person can"));
    }

    private static String said(Fix fix) {
      return fix.title() + (fix.applicability() == Applicability.RISKY ? " (risky)" : "");
    }

    private String caption() {
      String name = fixture.name().replace(".Dockerfile", "").replace('-', ' ');
      return name.equals("Dockerfile") ? "the plain case" : name;
    }
  }
}
