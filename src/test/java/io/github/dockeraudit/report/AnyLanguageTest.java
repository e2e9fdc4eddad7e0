package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.report.html.HtmlReporter;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reported does not depend on the language of the one who builds. */
@Isolated("changes the language of the process")
class AnyLanguageTest {

  private static final RepositoryPaths PATHS = new RepositoryPaths("services/shop/");

  private static final List<Reporter> REPORTERS =
      List.of(
          new HtmlReporter("1.0.0"),
          new MarkdownReporter("1.0.0"),
          new JsonReporter("1.0.0"),
          new SarifReporter("1.0.0", PATHS),
          new JunitReporter(PATHS, Severity.ERROR),
          new CheckstyleReporter("1.0.0", PATHS),
          new GitlabReporter(PATHS),
          new GithubReporter(PATHS));

  /** Other digits, another letter for a small I, a comma before the fraction. */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "de-DE"})
  void everyReportHasTheSameBytes(String language) throws IOException {
    String expected = reportsIn(Locale.ROOT);
    assertThat(reportsIn(Locale.forLanguageTag(language))).isEqualTo(expected);
  }

  private static String reportsIn(Locale language) throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(language);
    try {
      StringBuilder reports = new StringBuilder();
      for (Audit audit : FormatSamples.acceptance()) {
        for (Reporter reporter : REPORTERS) {
          reporter.write(Auditor.mended(audit), reports);
        }
      }
      return reports.toString();
    } finally {
      Locale.setDefault(before);
    }
  }
}
