package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.facts.service.ProductionOverride;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generates overrides for real projects and loads each with its base file. */
@Tag("conformance")
class GenerateConformanceTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("corpus");

  @Test
  void composeAcceptsEveryOverrideWithItsBaseFile() throws IOException {
    int overrides = 0;
    for (Path folder : folders("whole-projects", "java-projects")) {
      Project project = Discovery.of(folder).today(LocalDate.of(2026, 9, 1)).discover();
      Map<String, Source> generated = new TreeMap<>();
      ProductionOverride.of(project).forEach(file -> generated.put(file.path(), file));
      overrides += generated.size();
      assertThat(project.with(generated).deployments())
          .filteredOn(deployment -> paths(deployment).anyMatch(generated::containsKey))
          .hasSameSizeAs(generated.entrySet())
          .allSatisfy(
              deployment ->
                  assertThat(deployment.problems()).as("%s", folder).noneMatch(Problem::isCertain));
    }
    System.out.printf("%d overrides%n", overrides);
    assertThat(overrides).isGreaterThanOrEqualTo(420);
  }

  private static Stream<String> paths(Deployment deployment) {
    return deployment.files().stream().map(ComposeFile::source).map(Source::path);
  }

  private static List<Path> folders(String... kinds) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String kind : kinds) {
      try (Stream<Path> found = Files.list(CORPUS.resolve(kind))) {
        found.filter(Files::isDirectory).sorted().forEachOrdered(folders::add);
      }
    }
    return folders;
  }
}
