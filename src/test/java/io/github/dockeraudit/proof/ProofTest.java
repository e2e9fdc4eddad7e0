package io.github.dockeraudit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.fix.ProjectWriter;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
    Path table = WORK.resolve("table.txt");
    int status =
        new ProcessBuilder(
                PROVE.toAbsolutePath().normalize().toString(),
                "--require-nonroot",
                "--min",
                String.valueOf(projects.size()),
                before.toString(),
                after.toString())
            .redirectErrorStream(true)
            .redirectOutput(table.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(table)).isZero();
  }

  private static void fix(Path project) {
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader());
    LocalDate today = LocalDate.of(2026, 9, 1);
    Audit audit = new Auditor(rules).audit(Discovery.of(project).today(today).discover());
    Fixed fixed = new Fixer(FixLevel.RISKY).fix(audit);
    assertThat(fixed.failures()).as("%s", project).isEmpty();
    new ProjectWriter(audit.project().folder()).write(fixed.changes());
  }

  private static List<Path> projects(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }
}
