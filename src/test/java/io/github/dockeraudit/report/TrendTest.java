package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.EarlierFinding;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.audit.Trend;
import io.github.dockeraudit.audit.Trend.Move;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {

  private static final String BEFORE =
      """
      FROM alpine:latest
      ADD app.jar /app.jar
      ADD lib.jar /lib.jar
      USER root
      """;

  private static final String AFTER =
      """
      FROM alpine:latest
      RUN cd /opt && ./setup.sh
      # docker-audit ignore=add-for-plain-copy
      ADD app.jar /app.jar
      COPY lib.jar /lib.jar
      USER root
      """;

  @TempDir Path folder;

  @Test
  void findingsAreNewOrGoneOrAccepted() throws IOException {
    Trend trend = Trend.of(compared(audit(AFTER), json(audit(BEFORE)))).orElseThrow();
    assertThat(trend.fresh()).extracting(f -> f.rule().name()).contains("cd-in-run");
    assertThat(trend.fresh()).extracting(f -> f.rule().name()).doesNotContain("root-user");
    assertThat(trend.gone()).extracting(EarlierFinding::name).containsExactly("add-for-plain-copy");
    assertThat(trend.gone()).extracting(EarlierFinding::line).containsExactly(3);
    assertThat(trend.accepted())
        .extracting(f -> f.range().toString())
        .containsExactly("Dockerfile:4:1");
  }

  @Test
  void marksMoveFromWhatTheyWereToWhatTheyAre() throws IOException {
    Audit before = audit(BEFORE);
    Audit after = compared(audit(AFTER), json(before));
    Trend trend = Trend.of(after).orElseThrow();
    assertThat(trend.overall())
        .contains(new Move(Scorecard.of(before).overall(), Scorecard.of(after).overall()));
    assertThat(trend.marks().keySet()).containsExactly(Aspect.values());
    assertThat(trend.marks().get(Aspect.SECURITY).before())
        .isEqualTo(Scorecard.of(before).mark(Aspect.SECURITY).score());
  }

  @Test
  void anAuditComparedWithItselfHasNotChanged() throws IOException {
    Audit audit = audit(BEFORE);
    Trend trend = Trend.of(compared(audit, json(audit))).orElseThrow();
    assertThat(trend.fresh()).isEmpty();
    assertThat(trend.gone()).isEmpty();
    assertThat(trend.accepted()).isEmpty();
    assertThat(trend.marks().values()).allMatch(move -> move.difference() == 0);
    assertThat(TrendSummary.of(compared(audit, json(audit))))
        .containsExactly("Since the earlier audit: 0 new, 0 gone");
  }

  @Test
  void withoutAnEarlierAuditThereIsNoTrend() throws IOException {
    assertThat(Trend.of(audit(BEFORE))).isEmpty();
    assertThat(TrendSummary.of(audit(BEFORE))).isEmpty();
    assertThat(markdown(audit(BEFORE))).doesNotContain("Since the earlier audit");
  }

  @Test
  void theConsoleTellsItInAFewLines() throws IOException {
    List<String> lines = new ArrayList<>();
    new ConsoleReporter(false, "mvn docker-audit:fix")
        .print(compared(audit(AFTER), json(audit(BEFORE))), (severity, line) -> lines.add(line));
    assertThat(lines)
        .anyMatch(line -> line.matches("Since the earlier audit: \\d new, 1 gone, 1 accepted"))
        .contains("  new: Dockerfile:2:5 DA1301 cd-in-run")
        .contains("  gone: Dockerfile:3 DA1304 add-for-plain-copy");
  }

  @Test
  void theReportForPeopleHasAChapterOfIt() throws IOException {
    assertThat(markdown(compared(audit(AFTER), json(audit(BEFORE)))))
        .contains("## Since the earlier audit")
        .contains("1 gone and 1 accepted by a comment");
  }

  @Test
  void aReportWithoutScoreIsComparedAllTheSame() throws IOException {
    String old =
        json(audit(BEFORE)).replace("\"score\": {\n    \"overall\"", "\"x\": {\n    \"o\"");
    Trend trend = Trend.of(compared(audit(AFTER), old)).orElseThrow();
    assertThat(trend.overall()).isEmpty();
    assertThat(trend.marks()).isEmpty();
    assertThat(trend.gone()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "<audit/>",
        "{\"schemaVersion\": \"1.1\"}",
        "{\"tool\": \"x\"}",
        "{\"tool\": {\"name\": \"other\"}, \"schemaVersion\": \"1.1\", \"findings\": []}",
        "{\"tool\": {\"name\": \"docker-audit-maven-plugin\"}, \"schemaVersion\": \"1.1\", \"findings\": 3}",
        "{\"tool\": {\"name\": \"docker-audit-maven-plugin\"}, \"schemaVersion\": \"1.1\", \"findings\": [], \"score\": {\"overall\": 101}}",
      })
  void whatIsNoReportIsRefused(String text) {
    assertThatThrownBy(() -> EarlierAuditReader.read(text, "old.json"))
        .isInstanceOf(AuditException.class)
        .hasMessage(
            "old.json is no audit.json of docker-audit; name the audit.json of an earlier build with compareTo");
  }

  @Test
  void aReportOfAnotherFormIsRefused() throws IOException {
    String newer = json(audit(BEFORE)).replaceFirst("\"1\\.\\d+\"", "\"2.0\"");
    assertThatThrownBy(() -> EarlierAuditReader.read(newer, "old.json"))
        .hasMessageStartingWith("old.json has the form 2.0; ");
    String older = json(audit(BEFORE)).replace("\"fingerprint\"", "\"print\"");
    assertThatThrownBy(() -> EarlierAuditReader.read(older, "old.json"))
        .hasMessageStartingWith("old.json has no fingerprints to know findings by; ");
  }

  private Audit audit(String dockerfile) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    return new Auditor(Ruleset.load(Rule.class.getClassLoader()))
        .audit(Discovery.of(folder).today(LocalDate.of(2026, 9, 1)).discover());
  }

  private static Audit compared(Audit audit, String earlier) {
    return audit.comparedWith(Optional.of(EarlierAuditReader.read(earlier, "old.json")));
  }

  private static String json(Audit audit) throws IOException {
    StringBuilder report = new StringBuilder();
    new JsonReporter("1.0.0").write(audit, report);
    return report.toString();
  }

  private static String markdown(Audit audit) throws IOException {
    StringBuilder report = new StringBuilder();
    new MarkdownReporter("1.0.0").write(audit, report);
    return report.toString();
  }
}
