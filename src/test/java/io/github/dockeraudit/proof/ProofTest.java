package io.github.dockeraudit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.fix.ProjectWriter;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.shellcheck.Program;
import io.github.dockeraudit.shellcheck.ShellCheck;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Builds and starts the sample projects on a real engine before and after all fixes: what built
 * builds, what ran runs, and none as root. Needs the program that the property {@code
 * docker-audit.prove} names, which takes the folders before and after.
 */
@Tag("proof")
class ProofTest {

  private static final Path PROVE =
      Path.of(System.getProperty("docker-audit.prove", "../shared/tools/build-proof/prove"));

  private static final Path SAMPLES = Path.of("src", "test", "resources", "proof");
  private static final Path CORPUS =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"), "corpus");

  /** Hundreds of images of what comes from the net, which no stand-in can install. */
  private static final String OF_MANY_DOWNLOADS = "vimagick+dockerfiles";

  /** Fewer would mean that the engine lacks what it had. */
  private static final String LEAST_PROVED = "8";

  private static final Path WORK = Path.of("target", "proof").toAbsolutePath();

  @Test
  void whatBuiltAndRanDoesSoAfterAllFixesAndNotAsRoot() throws Exception {
    FileUtils.deleteDirectory(WORK.toFile());
    Path before = WORK.resolve("before");
    Path after = WORK.resolve("after");
    FileUtils.copyDirectory(SAMPLES.toFile(), before.toFile());
    FileUtils.copyDirectory(SAMPLES.toFile(), after.toFile());
    List<Path> projects = projects(after);
    for (Path project : projects) {
      fix(project);
    }
    assertProved(
        WORK.resolve("table.txt"),
        "--require-nonroot",
        "--min",
        String.valueOf(projects.size()),
        before.toString(),
        after.toString());
  }

  /**
   * Of real projects only those Dockerfiles can be built whose files are at hand and whose tools
   * the engine has; the others are told and count for nothing.
   */
  @ParameterizedTest
  @EnumSource(
      value = FixLevel.class,
      names = {"INTENDED", "RISKY"})
  void whatBuiltAndRanInRealProjectsDoesSoAfterItsFixes(FixLevel level) throws Exception {
    Path work = WORK.resolveSibling("proof-" + level.name().toLowerCase(Locale.ROOT));
    FileUtils.deleteDirectory(work.toFile());
    List<String> jobs = new ArrayList<>();
    for (String kind : List.of("java-projects", "whole-projects")) {
      for (Path project : projects(CORPUS.resolve(kind))) {
        if (project.endsWith(OF_MANY_DOWNLOADS)) {
          continue;
        }
        Path before = work.resolve("before").resolve(kind).resolve(project.getFileName());
        Path after = work.resolve("after").resolve(kind).resolve(project.getFileName());
        FileUtils.copyDirectory(project.toFile(), before.toFile());
        FileUtils.copyDirectory(project.toFile(), after.toFile());
        jobs.addAll(jobs(fix(after, level), before, after));
      }
    }
    Path list = work.resolve("list.txt");
    Files.write(list, jobs);
    assertProved(work.resolve("table.txt"), "--min", LEAST_PROVED, "--list", list.toString());
  }

  /**
   * A line for each changed Dockerfile and context, as the program reads it; without those that
   * copy what the corpus does not hold.
   */
  private static List<String> jobs(Fixed fixed, Path before, Path after) {
    Project project = fixed.original();
    List<String> jobs = new ArrayList<>();
    for (FileChange change : fixed.changes()) {
      for (Dockerfile file : project.dockerfile(change.path()).stream().toList()) {
        Path path = Path.of(change.path());
        for (Path context : contexts(project, file)) {
          if (holdsAll(before.resolve(context), file)) {
            jobs.add(
                "%s\t%s\t%s"
                    .formatted(
                        before.resolve(context), after.resolve(context), context.relativize(path)));
          }
        }
      }
    }
    return jobs;
  }

  private static List<Path> contexts(Project project, Dockerfile file) {
    Path path = Path.of(file.source().path());
    List<Path> known =
        project.contexts(file).stream()
            .map(context -> Path.of(context.folder()).normalize())
            .toList();
    return known.isEmpty()
        ? List.of(path.getParent() == null ? Path.of("") : path.getParent())
        : known;
  }

  private static boolean holdsAll(Path context, Dockerfile file) {
    return file.instructions().stream()
        .flatMap(instruction -> ContextCopy.of(instruction).stream())
        .flatMap(copy -> copy.sources().stream())
        .map(Word::text)
        .filter(source -> !source.contains("$") && !source.contains("://"))
        .allMatch(source -> holds(context, source.replaceFirst("^/+", "")));
  }

  private static boolean holds(Path context, String source) {
    Path path = context.resolve(source).normalize();
    if (source.isEmpty() || Files.exists(path)) {
      return true;
    }
    try (DirectoryStream<Path> matching =
        Files.newDirectoryStream(path.getParent(), path.getFileName().toString())) {
      return matching.iterator().hasNext();
    } catch (IOException noFolder) {
      return false;
    }
  }

  private static void assertProved(Path table, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(PROVE.toAbsolutePath().normalize().toString());
    command.addAll(List.of(arguments));
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(table.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(table)).isZero();
  }

  private static void fix(Path project) {
    fix(project, FixLevel.RISKY);
  }

  private static Fixed fix(Path project, FixLevel level) {
    Ruleset all = Ruleset.load(Rule.class.getClassLoader());
    Ruleset rules = level == FixLevel.RISKY ? all : all.where(RuleInfo::enabled);
    LocalDate today = LocalDate.of(2026, 9, 1);
    Optional<Program> shellCheck = Program.find("", System.getenv("PATH"));
    Project found = Discovery.of(project).today(today).discover();
    Project reviewed =
        shellCheck.map(program -> found.reviewedBy(new ShellCheck(program))).orElse(found);
    Audit audit = Auditor.mended(new Auditor(rules).audit(reviewed));
    Fixed fixed = new Fixer(level).fix(audit);
    assertThat(fixed.failures()).as("%s", project).isEmpty();
    new ProjectWriter(audit.project().folder()).write(fixed.changes());
    return fixed;
  }

  private static List<Path> projects(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }
}
