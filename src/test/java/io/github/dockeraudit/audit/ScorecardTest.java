package io.github.dockeraudit.audit;

import static io.github.dockeraudit.rule.Severity.ERROR;
import static io.github.dockeraudit.rule.Severity.INFO;
import static io.github.dockeraudit.rule.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardTest {

  private static final RuleInfo ROOT = rule("DA1103");
  private static final RuleInfo SOCKET = rule("DA2102");
  private static final List<RuleInfo> RULES =
      List.of(ROOT, SOCKET, rule("DA1001"), rule("DA1203"), rule("DA1304"), rule("DA1401"));

  @TempDir Path folder;

  @Test
  void aProjectWithoutFindingsGetsFullMarks() throws IOException {
    Scorecard card = Scorecard.of(audit(project(1, 1), List.of()));

    assertThat(card.overall()).isEqualTo(100);
    assertThat(card.grade()).isEqualTo(Grade.A_PLUS);
    assertThat(card.marks()).containsOnlyKeys(Aspect.values());
  }

  @Test
  void aFindingCostsPointsOfTheAspectThatItsCategoryBelongsTo() throws IOException {
    Project project = project(1, 0);
    Finding finding = in(dockerfile(project, 0), ROOT, ERROR, 0);
    Scorecard card = Scorecard.of(audit(project, List.of(finding)));

    assertThat(card.mark(Aspect.SECURITY).points()).isLessThan(95);
    assertThat(card.mark(Aspect.SECURITY).deductions())
        .extracting(Deduction::finding)
        .containsExactly(finding);
    assertThat(card.mark(Aspect.ARCHITECTURE).score()).isEqualTo(100);
  }

  @Test
  void theMarkAndWhatItsFindingsCostMakeHundred() throws IOException {
    Project project = project(3, 4);
    List<Finding> findings = random(project, new Random(1), 40);
    for (Mark mark : Scorecard.of(audit(project, findings)).marks().values()) {
      double cost = mark.deductions().stream().mapToDouble(Deduction::points).sum();
      assertThat(mark.points() + cost).isCloseTo(100, within(1e-9));
      assertThat(mark.deductions()).allMatch(deduction -> deduction.points() > 0);
    }
  }

  @Test
  void oneMoreFindingNeverRaisesAMark() throws IOException {
    Project project = project(3, 4);
    for (int seed = 0; seed < 100; seed++) {
      List<Finding> findings = random(project, new Random(seed), 30);
      Scorecard last = Scorecard.of(audit(project, List.of()));
      for (int count = 1; count <= findings.size(); count++) {
        Scorecard next = Scorecard.of(audit(project, findings.subList(0, count)));
        for (Aspect aspect : Aspect.values()) {
          assertThat(next.mark(aspect).points())
              .as("%s with finding %d of seed %d", aspect, count, seed)
              .isLessThanOrEqualTo(last.mark(aspect).points() + 1e-9);
        }
        last = next;
      }
    }
  }

  @Test
  void aGraverFindingCostsMore() throws IOException {
    Project project = project(2, 0);
    double info = security(project, in(dockerfile(project, 0), ROOT, INFO, 0));
    double warning = security(project, in(dockerfile(project, 0), ROOT, WARNING, 0));
    double error = security(project, in(dockerfile(project, 0), ROOT, ERROR, 0));

    assertThat(List.of(error, warning, info)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whatIsInOneOfTwoFilesCostsLessThanWhatIsInBoth() throws IOException {
    Project project = project(2, 0);
    Finding one = in(dockerfile(project, 0), ROOT, ERROR, 0);
    Finding other = in(dockerfile(project, 1), ROOT, ERROR, 0);

    assertThat(security(project, one)).isGreaterThan(security(project, one, other));
  }

  @Test
  void theSameShareOfALargerProjectCostsTheSame() throws IOException {
    Project small = project(2, 3);
    Project large = project(4, 6);

    assertThat(security(small, in(dockerfile(small, 0), ROOT, ERROR, 0)))
        .isCloseTo(
            security(
                large,
                in(dockerfile(large, 0), ROOT, ERROR, 0),
                in(dockerfile(large, 1), ROOT, ERROR, 0)),
            within(1e-9));
    assertThat(security(small, inService(small, 0, SOCKET, ERROR)))
        .isCloseTo(
            security(large, inService(large, 0, SOCKET, ERROR), inService(large, 1, SOCKET, ERROR)),
            within(1e-9));
  }

  @Test
  void manySmallFaultsCannotSinkWhatOneGraveFaultMay() throws IOException {
    Project project = project(1, 0);
    List<Finding> small =
        IntStream.range(0, 300)
            .mapToObj(
                i -> in(dockerfile(project, 0), rule("DA11%02d".formatted(i % 90)), INFO, i % 4))
            .distinct()
            .toList();

    assertThat(security(project, small.toArray(Finding[]::new)))
        .isGreaterThan(security(project, in(dockerfile(project, 0), ROOT, ERROR, 0)));
  }

  @Test
  void theMarkOfAFileIsThatOfAProjectOfNothingElse() throws IOException {
    Project project = project(4, 2);
    Finding finding = in(dockerfile(project, 0), ROOT, ERROR, 0);
    Scorecard card = Scorecard.of(audit(project, List.of(finding)));

    assertThat(card.mark(dockerfile(project, 0)).points())
        .isLessThan(card.mark(Aspect.SECURITY).points());
    assertThat(card.mark(dockerfile(project, 1)).score()).isEqualTo(100);
  }

  @Test
  void noSumOfFaultsTakesAMarkBelowZero() {
    assertThat(Arrays.stream(Severity.values()).mapToDouble(Weights::together).sum())
        .isEqualTo(100);
  }

  @Test
  void gradesStepByFivePoints() {
    assertThat(IntStream.of(100, 95, 94, 90, 85, 83, 75, 70, 68, 60, 55, 50, 49, 0).boxed())
        .extracting(score -> Grade.of(score).label())
        .containsExactly(
            "A+", "A+", "A", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D", "F", "F");
    assertThat(Grade.named(" b+ ")).contains(Grade.B_PLUS);
    assertThat(Grade.named("E")).isEmpty();
  }

  private double security(Project project, Finding... findings) {
    return Scorecard.of(audit(project, List.of(findings))).mark(Aspect.SECURITY).points();
  }

  private List<Finding> random(Project project, Random random, int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RuleInfo rule = RULES.get(random.nextInt(RULES.size()));
      Severity severity = Severity.values()[random.nextInt(3)];
      Finding finding =
          random.nextBoolean()
              ? in(dockerfile(project, random.nextInt(3)), rule, severity, random.nextInt(4))
              : inService(project, random.nextInt(4), rule, severity);
      if (!findings.contains(finding)) {
        findings.add(finding);
      }
    }
    Collections.shuffle(findings, random);
    return findings;
  }

  @Test
  void marksWithoutSomeFindingsAreThoseOfAnAuditThatDidNotFindThem() throws IOException {
    Project project = project(3, 4);
    List<Finding> findings = random(project, new Random(7), 40);
    Set<Finding> gone = Set.copyOf(findings.subList(0, 15));
    Scorecard anew =
        Scorecard.of(audit(project, findings.stream().filter(one -> !gone.contains(one)).toList()));
    Scorecard left = Scorecard.of(audit(project, findings)).without(gone);

    assertThat(left.marks()).isEqualTo(anew.marks());
    for (int i = 0; i < 3; i++) {
      Source file = dockerfile(project, i);
      assertThat(left.mark(file)).isEqualTo(anew.mark(file));
    }
  }

  private Project project(int dockerfiles, int services) throws IOException {
    Path project = Files.createTempDirectory(folder, "project");
    for (int i = 0; i < dockerfiles; i++) {
      Files.createDirectories(project.resolve("part" + i));
      Files.writeString(project.resolve("part" + i + "/Dockerfile"), "FROM a:1\nRUN b\n");
    }
    if (services > 0) {
      StringBuilder text = new StringBuilder("services:\n");
      IntStream.range(0, services)
          .forEach(i -> text.append("  s%d:\n    image: a:1\n".formatted(i)));
      Files.writeString(project.resolve("compose.yaml"), text);
    }
    return Discovery.of(project).today(LocalDate.of(2026, 11, 22)).discover();
  }

  private static Audit audit(Project project, List<Finding> findings) {
    return new Audit(project, Ruleset.of(List.of()), findings, List.of(), List.of());
  }

  private static Source dockerfile(Project project, int index) {
    return project.dockerfiles().get(index).source();
  }

  private static Finding in(Source file, RuleInfo rule, Severity severity, int start) {
    return new Finding(rule, severity, file.range(start, start + 1), "fault");
  }

  private static Finding inService(Project project, int index, RuleInfo rule, Severity severity) {
    SourceRange name = project.deployments().get(0).services().get(index).range();
    return new Finding(rule, severity, name, "fault");
  }

  private static RuleInfo rule(String id) {
    return RuleInfo.warning(id, "fault-" + id.substring(2)).build();
  }
}
