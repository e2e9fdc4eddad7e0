package io.github.dockeraudit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.ConsoleReporter;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rules.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is generated from the rules is what the repository holds. */
class DocsAreCurrentTest {

  private static final Path PAGES = Path.of("docs", "rules");
  private static final Path README = Path.of("README.md");
  private static final Path MIGRATION = Path.of("docs", "migration.md");
  private static final Path PICTURE = Path.of("docs", "images", "check.svg");
  private static final Path SCHEMA =
      Path.of("src/main/resources/io/github/dockeraudit/config/docker-audit.schema.json");
  private static final int PICTURE_LINES = 36;
  private static final String BEGIN = "<!-- rules: begin -->\n";
  private static final String END = "<!-- rules: end -->\n";

  private final Ruleset rules = Ruleset.load(Rule.class.getClassLoader());

  @TestFactory
  Stream<DynamicTest> everyRuleHasItsPage() {
    return infos()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> Golden.holds(page(rule), RulePage.of(rule))));
  }

  @Test
  void thereIsNoPageWithoutARule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      List<Path> orphans =
          pages.filter(page -> infos().noneMatch(rule -> page.equals(page(rule)))).toList();
      assertThat(orphans).isEmpty();
    }
  }

  @Test
  void theReadmeHoldsTheTableOfRules() throws IOException {
    holdsBetweenMarkers(README, RuleTable.of(rules, "docs/rules"));
  }

  @Test
  void whoComesFromAnotherToolFindsItsIds() throws IOException {
    holdsBetweenMarkers(MIGRATION, MigrationPage.tables(rules, "rules"));
  }

  private static void holdsBetweenMarkers(Path file, String generated) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(end).as("markers in %s", file).isGreaterThanOrEqualTo(begin);
    Golden.holds(file, text.substring(0, begin) + "\n" + generated + "\n" + text.substring(end));
  }

  @Test
  void theSchemaOfTheConfigurationIsPublished() throws IOException {
    String schema = ConfigurationSchema.of(rules);
    Golden.holds(Path.of("docs", "docker-audit.schema.json"), schema);
    Golden.holds(SCHEMA, schema);
  }

  @Test
  void thePictureShowsWhatTheConsoleSaysOfTheSample() throws IOException {
    Project sample =
        Discovery.of(Path.of("src", "it", "sample-service"))
            .today(LocalDate.of(2026, 11, 22))
            .discover();
    Audit audit = new Auditor(rules.where(RuleInfo::enabled)).audit(sample);
    List<String> lines = new ArrayList<>();
    new ConsoleReporter(true, "mvn docker-audit:fix")
        .print(audit, (severity, line) -> lines.add(line));
    Golden.holds(PICTURE, ConsolePicture.of(beginningAndEnd(lines)));
  }

  /** As much of the report as a picture can hold. */
  private static List<String> beginningAndEnd(List<String> lines) {
    if (lines.size() <= PICTURE_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, PICTURE_LINES - 3));
    shown.add("  ...");
    shown.addAll(lines.subList(lines.size() - 2, lines.size()));
    return shown;
  }

  private Stream<RuleInfo> infos() {
    return rules.rules().stream().map(Rule::info);
  }

  private static Path page(RuleInfo rule) {
    return PAGES.resolve(rule.name() + ".md");
  }
}
