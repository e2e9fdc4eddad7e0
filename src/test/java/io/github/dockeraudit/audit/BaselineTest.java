package io.github.dockeraudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Policy.Precedent;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final Ruleset ALL = Ruleset.load(Rule.class.getClassLoader());
  private static final Known BY = new Known(Acceptance.Kind.BASELINE, "known");
  private static final String TWO = "FROM alpine:3.20\nADD a.jar /\nADD b.jar /\nUSER 1\n";

  @Test
  void whatWasThereDoesNotCount() {
    Audit after = after(TWO, "# moved\n\n" + TWO);
    assertThat(after.findings()).isEmpty();
    assertThat(after.suppressed())
        .allMatch(Suppressed::isKnown)
        .hasSize(audit(TWO).findings().size());
    assertThat(after.leftovers().outlived()).isEmpty();
  }

  @Test
  void whatIsNewCounts() {
    assertThat(after(TWO, TWO.replace("USER 1", "ADD c.jar /\nUSER 1")).findings())
        .extracting(finding -> finding.range().source().line(4).text())
        .contains("ADD c.jar /");
  }

  @Test
  void oneMoreOfTheSameCounts() {
    Audit after = after(TWO, TWO.replace("ADD b.jar /\n", "ADD b.jar /\nADD b.jar /\n"));
    assertThat(ofRule("DA1304", after.findings())).hasSize(1);
  }

  @Test
  void whatGotWorseCounts() {
    RuleSetting graver = RuleSetting.severity("DA1304", Severity.ERROR, Origin.DEFAULT);
    RuleSetting milder = RuleSetting.severity("DA1304", Severity.INFO, Origin.DEFAULT);
    assertThat(ofRule("DA1304", after(TWO, TWO, graver).findings())).hasSize(2);
    assertThat(ofRule("DA1304", after(TWO, TWO, milder).findings())).isEmpty();
  }

  @Test
  void whatIsMendedIsLeftOver() {
    Audit after = after(TWO, TWO.replace("ADD b.jar", "COPY b.jar"));
    assertThat(after.leftovers().outlived())
        .extracting(Baseline.Entry::name)
        .contains("add-for-plain-copy");
    Baseline before = Baseline.of(audit(TWO), "");
    assertThat(before.without(after.leftovers().outlived()).entries())
        .hasSize(before.entries().size() - after.leftovers().outlived().size());
  }

  /** What it would find is not known. */
  @Test
  void whatARuleThatDoesNotRunWouldFindIsNotLeftOver() {
    Audit after = after(TWO, TWO.replace("ADD", "COPY"), RuleSetting.off("DA1304", Origin.DEFAULT));
    assertThat(ofName("add-for-plain-copy", after.leftovers().outlived())).isEmpty();
  }

  @Test
  void aRenamedFileIsKnown() {
    Project renamed = dockerfile("images/Dockerfile", TWO);
    assertThat(against(Baseline.of(audit(TWO), ""), "", renamed).findings()).isEmpty();
  }

  @Test
  void aFurtherFileLikeItIsNot() {
    Baseline baseline = Baseline.of(audit(TWO), "");
    Baseline elsewhere = new Baseline(baseline.entries());
    assertThat(against(elsewhere, "other/", dockerfile("Dockerfile", TWO)).findings()).isNotEmpty();
  }

  @Test
  void theBaselineOfAllModulesServesEachOfThem() {
    Baseline whole = Baseline.of(audit(dockerfile("api/Dockerfile", TWO)), "");
    Audit module = against(whole, "api/", dockerfile("Dockerfile", TWO));
    assertThat(module.findings()).isEmpty();
    assertThat(module.leftovers().outlived()).isEmpty();
    Audit other = against(whole, "web/", dockerfile("Dockerfile", TWO));
    assertThat(other.findings()).isNotEmpty();
    assertThat(other.leftovers().outlived()).isEmpty();
  }

  @Test
  void aCommentComesBeforeTheBaseline() {
    Audit after = after(TWO, TWO.replace("ADD b", "# docker-audit ignore=DA1304\nADD b"));
    assertThat(after.countAccepted(Acceptance.Kind.COMMENT)).isEqualTo(1);
    assertThat(ofName("add-for-plain-copy", after.leftovers().outlived())).hasSize(1);
  }

  @Test
  void theMarksAreThoseOfAllFindings() {
    assertThat(Scorecard.of(after(TWO, TWO)).overall())
        .isEqualTo(Scorecard.of(audit(TWO)).overall())
        .isLessThan(100);
  }

  private static Project dockerfile(String path, String text) {
    return Project.of(Dockerfile.parse(Source.of(path, text)), TODAY);
  }

  private static Audit audit(String text) {
    return audit(dockerfile("Dockerfile", text));
  }

  private static Audit audit(Project project) {
    return new Auditor(ALL).audit(project);
  }

  private static Audit after(String before, String after, RuleSetting... settings) {
    Policy policy =
        new RuleSelection(Profile.ALL, Origin.DEFAULT, List.of(), List.of(settings), List.of())
            .policy(ALL);
    Baseline baseline = Baseline.of(audit(before), "");
    return new Auditor(policy.knowing(List.of(new Precedent(baseline, "", BY))))
        .audit(dockerfile("Dockerfile", after));
  }

  private static Audit against(Baseline baseline, String place, Project project) {
    return new Auditor(Policy.of(ALL).knowing(List.of(new Precedent(baseline, place, BY))))
        .audit(project);
  }

  private static List<Finding> ofRule(String id, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.rule().id().equals(id)).toList();
  }

  private static List<Baseline.Entry> ofName(String name, List<Baseline.Entry> entries) {
    return entries.stream().filter(entry -> entry.name().equals(name)).toList();
  }
}
