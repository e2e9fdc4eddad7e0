package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.IssueParser;
import edu.hm.hafner.analysis.Report;
import edu.hm.hafner.analysis.parser.CheckStyleParser;
import edu.hm.hafner.analysis.parser.violations.CodeClimateAdapter;
import edu.hm.hafner.analysis.parser.violations.JUnitAdapter;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Suppressed;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** What programs understand that read our reports: those of Jenkins and of Maven itself. */
class ConsumersTest {

  private final RepositoryPaths paths = new RepositoryPaths("services/shop/");
  private List<Audit> audits;

  @TempDir Path folder;

  @BeforeEach
  void audit() throws IOException {
    Path hostile = Files.createTempDirectory(folder, "hostile");
    audits =
        List.of(
            FormatSamples.shop(),
            FormatSamples.acceptance().get(0),
            FormatSamples.hostile(hostile));
  }

  @Test
  void jenkinsReadsCheckstyle() throws IOException {
    for (Audit audit : audits) {
      Report report = read(new CheckStyleParser(), new CheckstyleReporter("1.0.0", paths), audit);
      assertThat(report.get())
          .extracting(
              Issue::getFileName,
              Issue::getLineStart,
              Issue::getColumnStart,
              Issue::getMessage,
              issue -> issue.getSeverity().getName(),
              Issue::getType,
              issue -> issue.getCategory().toLowerCase())
          .containsExactlyInAnyOrderElementsOf(
              each(
                  audit,
                  finding ->
                      tuple(
                          Printable.onOneLine(path(finding)),
                          finding.range().from().line(),
                          finding.range().from().column(),
                          finding.message(),
                          jenkinsSeverity(finding).replace("HIGH", "ERROR"),
                          finding.rule().name(),
                          finding.rule().category().label())));
    }
  }

  /** The reader leaves columns out, puts the help before the message, and skips the accepted. */
  @Test
  void jenkinsReadsSarif() throws IOException {
    for (Audit audit : audits) {
      Report report = read(new SarifAdapter(), new SarifReporter("1.0.0", paths), audit);
      assertThat(report.get())
          .extracting(
              Issue::getFileName,
              Issue::getLineStart,
              issue -> issue.getSeverity().getName(),
              Issue::getType,
              issue -> lastLine(issue.getMessage()))
          .containsExactlyInAnyOrderElementsOf(
              each(
                  audit,
                  finding ->
                      tuple(
                          path(finding),
                          finding.range().from().line(),
                          jenkinsSeverity(finding),
                          finding.rule().id(),
                          finding.message())));
    }
  }

  /** As Code Climate, of which GitLab's form is a part; the reader leaves last lines out. */
  @Test
  void jenkinsReadsGitlab() throws IOException {
    for (Audit audit : audits) {
      Report report = read(new CodeClimateAdapter(), new GitlabReporter(paths), audit);
      assertThat(report.get())
          .extracting(Issue::getFileName, Issue::getLineStart, Issue::getLineEnd, Issue::getMessage)
          .containsExactlyInAnyOrderElementsOf(
              each(
                  audit,
                  finding ->
                      tuple(
                          path(finding),
                          Lines.of(finding.range()).first(),
                          Lines.of(finding.range()).first(),
                          finding.message())));
    }
  }

  @Test
  void jenkinsReadsTheFailuresOfJunit() throws IOException {
    for (Audit audit : audits) {
      Report report = read(new JUnitAdapter(), new JunitReporter(paths, Severity.WARNING), audit);
      assertThat(report.get())
          .extracting(issue -> issue.getMessage().lines().findFirst().orElseThrow())
          .isNotEmpty();
    }
  }

  @Test
  void mavenReadsJunit() throws IOException, SAXException, ReflectiveOperationException {
    for (Audit audit : audits) {
      List<ReportTestCase> tests = tests(audit);
      assertThat(tests)
          .extracting(ReportTestCase::getFullName)
          .containsExactlyInAnyOrderElementsOf(expectedTests(audit));
      assertThat(tests.stream().filter(ReportTestCase::hasFailure))
          .extracting(ReportTestCase::getFullName)
          .containsExactlyInAnyOrderElementsOf(violated(audit));
      assertThat(tests).noneMatch(ReportTestCase::hasError);
    }
  }

  @Test
  void mavenReadsARuleThatBrokeDownAsAnError() throws IOException {
    assertThat(tests(FormatSamples.failed()).stream().filter(ReportTestCase::hasError)).hasSize(1);
  }

  private List<ReportTestCase> tests(Audit audit) throws IOException {
    Path reports = Files.createTempDirectory(folder, "reports");
    write(
        new JunitReporter(paths, Severity.ERROR), audit, reports.resolve("TEST-docker-audit.xml"));
    List<ReportTestSuite> suites =
        new SurefireReportParser(List.of(reports.toFile()), new NullConsoleLogger())
            .parseXMLReportFiles();
    return suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();
  }

  private Set<String> expectedTests(Audit audit) {
    Set<String> tests = new LinkedHashSet<>();
    Stream.concat(audit.findings().stream(), audit.suppressed().stream().map(Suppressed::finding))
        .forEach(finding -> tests.add(test(finding)));
    audit.project().files().stream()
        .map(file -> Printable.onOneLine(paths.of(file)))
        .filter(path -> tests.stream().noneMatch(test -> test.startsWith(path + ".DA")))
        .toList()
        .forEach(path -> tests.add(path + ".no findings"));
    return tests;
  }

  private Set<String> violated(Audit audit) {
    Set<String> tests = new LinkedHashSet<>();
    audit.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .forEach(finding -> tests.add(test(finding)));
    return tests;
  }

  private String test(Finding finding) {
    return "%s.%s %s"
        .formatted(Printable.onOneLine(path(finding)), finding.rule().id(), finding.rule().name());
  }

  private String path(Finding finding) {
    return paths.of(finding.range().source());
  }

  private static String jenkinsSeverity(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "HIGH";
      case WARNING -> "NORMAL";
      case INFO -> "LOW";
    };
  }

  private static List<Tuple> each(Audit audit, Function<Finding, Tuple> tuple) {
    return audit.findings().stream().map(tuple).toList();
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private Report read(IssueParser parser, Reporter reporter, Audit audit) throws IOException {
    Path file = folder.resolve("report");
    write(reporter, audit, file);
    return parser.parse(new FileReaderFactory(file));
  }

  private static void write(Reporter reporter, Audit audit, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    reporter.write(audit, text);
    Files.writeString(file, text);
  }
}
