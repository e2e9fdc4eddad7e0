package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.rules.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each format says of the sample project; {@code -Dgolden.update} rewrites it. */
class FormatsTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "formats");

  private static final Pattern RULES =
      Pattern.compile("\"rules\": \\[\\n.*?\\n {10}]", Pattern.DOTALL);

  private final RepositoryPaths paths = new RepositoryPaths("services/shop/");
  private final Map<String, Reporter> reporters =
      new TreeMap<>(
          Map.of(
              "audit.sarif", new SarifReporter("1.0.0", paths),
              "TEST-docker-audit.xml", new JunitReporter(paths, Severity.ERROR),
              "checkstyle.xml", new CheckstyleReporter("1.0.0", paths),
              "gl-code-quality-report.json", new GitlabReporter(paths),
              "github.txt", new GithubReporter(paths)));

  @TestFactory
  Stream<DynamicTest> eachReportIsAsItWas() {
    return reporters.keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        Golden.holds(
                            FOLDER.resolve("shop." + name),
                            withoutRules(report(name, FormatSamples.shop())))));
  }

  @TestFactory
  Stream<DynamicTest> theSameAuditGivesTheSameBytes() {
    return reporters.keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(report(name, FormatSamples.shop()))
                            .isEqualTo(report(name, FormatSamples.shop()))));
  }

  @Test
  void noFormatTellsASecret() throws IOException {
    for (String name : reporters.keySet()) {
      assertThat(report(name, FormatSamples.shop())).as(name).doesNotContain("tr0ub4dor");
    }
  }

  /** What a rule says of itself may change on any day; {@link SarifReporterTest} looks at it. */
  private static String withoutRules(String report) {
    return RULES.matcher(report).replaceFirst("\"rules\": []");
  }

  private String report(String name, Audit audit) throws IOException {
    StringBuilder report = new StringBuilder();
    reporters.get(name).write(audit, report);
    return report.toString();
  }
}
