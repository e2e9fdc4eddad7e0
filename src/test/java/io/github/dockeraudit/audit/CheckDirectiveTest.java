package io.github.dockeraudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that asks for BuildKit's checks to fail its build has errors of them here, too. */
class CheckDirectiveTest {

  private static final String FILE =
      """
      FROM alpine:3.23
      WORKDIR app
      RUN cd /tmp && ls
      USER 10001
      """;

  @Test
  void withoutItAFindingIsAsGraveAsItsRule() {
    assertThat(severities(FILE))
        .containsEntry("relative-workdir", Severity.WARNING)
        .containsEntry("cd-in-run", Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error=true", "skip=StageNameCasing;error=true", "skip=A; Error=1"})
  void whatBuildKitFailsOnIsAnErrorAndNothingElse(String value) {
    assertThat(severities("# check=" + value + "\n" + FILE))
        .containsEntry("relative-workdir", Severity.ERROR)
        .containsEntry("cd-in-run", Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error=false", "skip=StageNameCasing", "error="})
  void anythingElseChangesNothing(String value) {
    assertThat(severities("# check=" + value + "\n" + FILE))
        .containsEntry("relative-workdir", Severity.WARNING);
  }

  @Test
  void whatIsSkippedStaysSkipped() {
    assertThat(severities("# check=skip=WorkdirRelativePath;error=true\n" + FILE))
        .doesNotContainKey("relative-workdir");
  }

  private static Map<String, Severity> severities(String text) {
    Dockerfile file =
        Dockerfile.parse(Source.of("Dockerfile", text.getBytes(StandardCharsets.UTF_8)));
    Map<String, Severity> severities = new TreeMap<>();
    new Auditor(Ruleset.load(Rule.class.getClassLoader()))
        .audit(Project.of(file, LocalDate.of(2026, 11, 1)))
        .findings()
        .forEach(finding -> severities.put(finding.rule().name(), finding.severity()));
    return severities;
  }
}
