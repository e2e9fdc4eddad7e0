package io.github.dockeraudit.report.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rules.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole report of a small project, {@code -Dgolden.update} rewrites it. */
class SurveyChaptersTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "survey");

  /** A few, so that the report changes only with what is told here. */
  private static final Set<String> RULES =
      Set.of(
          "dependency-without-condition",
          "guessable-secret-default",
          "hard-coded-secret",
          "missing-limits",
          "missing-service-healthcheck",
          "missing-user",
          "published-data-port");

  @TempDir Path empty;

  @Test
  void theReportIsAsItWas() throws IOException {
    Golden.holds(FOLDER.resolve("bookshop.md"), report(FOLDER.resolve("bookshop")));
  }

  @Test
  void theSameProjectGivesTheSameBytes() throws IOException {
    assertThat(report(FOLDER.resolve("bookshop"))).isEqualTo(report(FOLDER.resolve("bookshop")));
  }

  @Test
  void noSecretIsTold() throws IOException {
    assertThat(report(FOLDER.resolve("bookshop"))).doesNotContain("pickle", "lantern", "changeme");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    String report = report(FOLDER.resolve("bookshop"));
    Set<String> targets = all(report, "\\]\\(#([a-z0-9-]+)\\)");
    Set<String> headings = new TreeSet<>();
    all(report, "(?m)^#+ (.*)$")
        .forEach(text -> headings.add(text.toLowerCase().replace(' ', '-')));
    headings.addAll(all(report, "<a id=\"([a-z0-9-]+)\"></a>"));

    assertThat(targets).isNotEmpty();
    assertThat(headings).containsAll(targets);
  }

  private static Set<String> all(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void aProjectWithoutDockerHasNoneOfTheseChapters() throws IOException {
    assertThat(report(empty)).doesNotContain("Executive", "Compose", "Roadmap", "Layer caching");
  }

  private static String report(Path folder) throws IOException {
    Project project = Discovery.of(folder).today(LocalDate.of(2026, 11, 22)).discover();
    Ruleset rules =
        Ruleset.load(Rule.class.getClassLoader()).where(rule -> RULES.contains(rule.name()));
    Audit audit = Auditor.mended(new Auditor(rules).audit(project));
    StringBuilder report = new StringBuilder();
    new MarkdownReporter("1.0.0").write(audit, report);
    return report.toString();
  }
}
