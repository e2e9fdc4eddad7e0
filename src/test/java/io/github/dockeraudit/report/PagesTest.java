package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.report.html.HtmlReporter;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rules.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reports for people on a small project are the ones that somebody has read. */
class PagesTest {

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Path GOLDENS = RESOURCES.resolve("report");

  /** A few, so that the reports do not change with every new rule. */
  private static final Set<String> RULES =
      Set.of(
          "missing-user",
          "secret-in-variable",
          "add-for-plain-copy",
          "shell-form-command",
          "missing-dockerignore",
          "missing-healthcheck",
          "published-data-port",
          "missing-limits",
          "hard-coded-secret",
          "guessable-secret-default",
          "dependency-without-condition",
          "invalid-compose-file");

  @Test
  void theMarkdownIsAsItWasRead() throws IOException {
    Golden.holds(GOLDENS.resolve("audit.md"), write(new MarkdownReporter("1.0.0")));
  }

  @Test
  void thePageIsAsItWasSeen() throws IOException {
    Golden.holds(GOLDENS.resolve("audit.html"), write(new HtmlReporter("1.0.0")));
  }

  @Test
  void theSameAuditGivesTheSameBytes() throws IOException {
    assertThat(write(new HtmlReporter("1"))).isEqualTo(write(new HtmlReporter("1")));
    assertThat(write(new MarkdownReporter("1"))).isEqualTo(write(new MarkdownReporter("1")));
  }

  @Test
  void noSecretIsShown() throws IOException {
    assertThat(write(new HtmlReporter("1")) + write(new MarkdownReporter("1")))
        .doesNotContain("hunter2Zq9");
  }

  private static String write(Reporter reporter) throws IOException {
    StringBuilder out = new StringBuilder();
    reporter.write(audit(), out);
    return out.toString();
  }

  private static Audit audit() {
    Ruleset rules =
        Ruleset.load(Rule.class.getClassLoader()).where(rule -> RULES.contains(rule.name()));
    return Auditor.mended(
        new Auditor(rules)
            .audit(
                Discovery.of(GOLDENS.resolve("orders"))
                    .today(LocalDate.of(2026, 11, 22))
                    .discover()));
  }
}
