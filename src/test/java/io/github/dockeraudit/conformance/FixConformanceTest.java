package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.FixFailure;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.fix.LeftFinding;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fixes real files at every level: nothing is taken back, fixing twice is fixing once, what Docker
 * accepted it accepts, and line endings and encodings stay as they were. What was fixed and left is
 * counted in {@code target/conformance}.
 */
@Tag("conformance")
class FixConformanceTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("corpus");

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final Auditor AUDITOR = new Auditor(Ruleset.load(Rule.class.getClassLoader()));

  /** Findings by what was counted, rule, and what became of them. */
  private static final Map<String, Map<String, Integer>> COUNTS = new TreeMap<>();

  @ParameterizedTest
  @EnumSource(FixLevel.class)
  void dockerfiles(FixLevel level) throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path path : files(CORPUS.resolve("dockerfiles"))) {
      String name = path.getFileName().toString();
      Source source = Source.of(name, Files.readAllBytes(path));
      check(path, Project.of(Dockerfile.parse(source), TODAY), level, "dockerfiles", faults);
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FixLevel.class)
  void projects(FixLevel level) throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path path : projects()) {
      check(path, Discovery.of(path).today(TODAY).discover(), level, "projects", faults);
    }
    assertThat(faults).isEmpty();
  }

  /** What a tool could mend and leaves to a flag that nobody knows is not mended. */
  @Test
  void mostFixableFindingsOfTheRecommendedRulesVanishAtTheDefaultLevel() throws IOException {
    Ruleset recommended =
        new RuleSelection(Profile.RECOMMENDED, List.of())
            .from(Ruleset.load(Rule.class.getClassLoader()));
    Auditor auditor = new Auditor(recommended);
    int before = 0;
    int after = 0;
    for (Path path : files(CORPUS.resolve("dockerfiles"))) {
      Source source = Source.of(path.getFileName().toString(), Files.readAllBytes(path));
      Audit audit = auditor.audit(Project.of(Dockerfile.parse(source), TODAY));
      before += fixable(audit);
      after += fixable(new Fixer(FixLevel.INTENDED).fix(audit).audit());
    }
    COUNTS
        .computeIfAbsent("fixable findings of the recommended rules", key -> new TreeMap<>())
        .putAll(Map.of("before", before, "after fixing at the default level", after));
    assertThat(100.0 * (before - after) / before)
        .as("percent of %d, %d stay", before, after)
        .isGreaterThanOrEqualTo(60);
  }

  private static int fixable(Audit audit) {
    return (int)
        audit.findings().stream()
            .flatMap(finding -> finding.fix().stream())
            .filter(fix -> fix.applicability() != Applicability.MANUAL)
            .count();
  }

  /** Nothing timed fails a build: it is said what fixing costs, and that it ends. */
  @Test
  void fixingIsMeasured() throws IOException {
    long audit = 0;
    long fix = 0;
    for (int round = 0; round < 3; round++) {
      audit = 0;
      fix = 0;
      for (Path path : projects()) {
        long start = System.nanoTime();
        Audit found = AUDITOR.audit(Discovery.of(path).today(TODAY).discover());
        long audited = System.nanoTime();
        new Fixer(FixLevel.RISKY).fix(found);
        audit += audited - start;
        fix += System.nanoTime() - start;
      }
    }
    COUNTS
        .computeIfAbsent("time of fixing to time of auditing, in percent", key -> new TreeMap<>())
        .put("projects", (int) (fix * 100 / audit));
    assertThat(fix).isPositive();
  }

  private static void check(
      Path path, Project project, FixLevel level, String corpus, List<String> faults) {
    Audit audit = AUDITOR.audit(project);
    Fixed fixed = new Fixer(level).fix(audit);
    fixed.failures().forEach(failure -> faults.add(describe(path, failure)));
    for (FileChange change : fixed.changes()) {
      if (isAccepted(project, change.path())) {
        if (!isAccepted(fixed.audit().project(), change.path())) {
          faults.add("%s/%s is refused".formatted(path, change.path()));
        }
      }
      if (change.before().filter(before -> !isOfSameForm(before, change.after())).isPresent()) {
        faults.add("%s/%s has another form".formatted(path, change.path()));
      }
    }
    Fixed again = new Fixer(level).fix(AUDITOR.audit(fixed.audit().project()));
    if (fixed.failures().isEmpty()) {
      again
          .applied()
          .forEach(fix -> faults.add("%s again: %s".formatted(path, fix.finding().rule().name())));
    }
    String table = corpus + " at " + level;
    fixed.applied().forEach(applied -> count(table, applied.finding(), "fixed"));
    fixed.left().forEach(left -> count(table, left.finding(), "left: " + reason(left)));
  }

  private static boolean isAccepted(Project project, String path) {
    return project.dockerfile(path).stream().allMatch(file -> file.problems().isEmpty())
        && project.deployments().stream()
            .flatMap(deployment -> deployment.problems().stream())
            .filter(Problem::isCertain)
            .noneMatch(problem -> problem.range().source().path().equals(path));
  }

  private static String describe(Path path, FixFailure failure) {
    return "%s/%s, %s: %s"
        .formatted(path, failure.path(), failure.rule().name(), failure.problem());
  }

  private static boolean isOfSameForm(Source before, Source after) {
    boolean wasCrLf =
        before.text().contains("\r\n") && !before.text().replace("\r\n", "").contains("\n");
    boolean isCrLf = !after.text().replace("\r\n", "").contains("\n");
    boolean hadCr = before.text().contains("\r");
    return before.encoding() == after.encoding()
        && (!wasCrLf || isCrLf)
        && (hadCr || !after.text().contains("\r"));
  }

  /** Reasons that quote something count as one. */
  private static String reason(LeftFinding left) {
    return left.reason().replaceAll("'[^']*'", "'...'").replaceAll("\\d+", "#");
  }

  private static void count(String table, Finding finding, String outcome) {
    COUNTS
        .computeIfAbsent(table, key -> new TreeMap<>())
        .merge(finding.rule().name() + "\t" + outcome, 1, Integer::sum);
  }

  @AfterAll
  static void writeCounts() throws IOException {
    StringBuilder report = new StringBuilder();
    COUNTS.forEach(
        (table, rows) -> {
          report.append("# ").append(table).append('\n');
          rows.forEach((row, count) -> report.append(row).append('\t').append(count).append('\n'));
        });
    Path folder = Files.createDirectories(Path.of("target", "conformance"));
    Files.writeString(folder.resolve("fixes.tsv"), report);
  }

  private static List<Path> projects() throws IOException {
    Map<String, Path> projects = new HashMap<>();
    for (String corpus : List.of("java-projects", "whole-projects")) {
      try (Stream<Path> folders = Files.list(CORPUS.resolve(corpus))) {
        folders.filter(Files::isDirectory).forEach(path -> projects.put(path.toString(), path));
      }
    }
    return projects.values().stream().sorted().toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
