package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.dockerfile.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real projects: what a person would find in them, discovery finds. */
@Tag("conformance")
class DiscoveryConformanceTest {

  private static final Path DATA =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"));
  private static final Path REFERENCE = DATA.resolveSibling("reference-audit");

  /** Over all projects; the sources that tell a context are not part of the data. */
  private static final int LEAST_DOCKERFILES = 1_185;

  private static final int LEAST_DEPLOYMENTS = 825;

  static List<Path> projects() throws IOException {
    try (Stream<Path> java = Files.list(DATA.resolve("corpus/java-projects"));
        Stream<Path> others = Files.list(DATA.resolve("corpus/whole-projects"))) {
      return Stream.concat(java, others).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("projects")
  void everyFileThatDockerLooksForIsFound(Path folder) throws IOException {
    Project project = Discovery.of(folder).today(Tree.TODAY).discover();
    Set<String> found = project.files().stream().map(Object::toString).collect(Collectors.toSet());
    assertThat(found).containsAll(filesThatDockerLooksFor(folder));
    assertThat(project.problems()).isEmpty();
    assertThat(Discovery.of(folder).discover().files().toString())
        .as("found in the same order again")
        .isEqualTo(project.files().toString());
  }

  private static Set<String> filesThatDockerLooksFor(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(path -> !path.contains("target/") && !path.contains("node_modules/"))
          .filter(path -> isLookedFor(Paths.name(path)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isLookedFor(String name) {
    return name.equals("Dockerfile")
        || name.equals("Containerfile")
        || ComposeFile.BASE_NAMES.contains(name);
  }

  @Test
  void noLessIsFoundThanBefore() throws IOException {
    int dockerfiles = 0;
    int deployments = 0;
    for (Path folder : projects()) {
      Project project = Discovery.of(folder).today(Tree.TODAY).discover();
      dockerfiles += project.dockerfiles().size();
      deployments += project.deployments().size();
    }
    assertThat(dockerfiles).isGreaterThanOrEqualTo(LEAST_DOCKERFILES);
    assertThat(deployments).isGreaterThanOrEqualTo(LEAST_DEPLOYMENTS);
  }

  @Test
  void theReferenceAuditIsReadAsItsAuditorReadIt() {
    Project before = Discovery.of(REFERENCE.resolve("before")).today(Tree.TODAY).discover();
    assertThat(Tree.dockerfiles(before))
        .containsExactly(
            "infra/docker/Dockerfile",
            "infra/docker/Dockerfile.dev",
            "infra/docker/Dockerfile.frontend");
    assertThat(Tree.deployments(before)).containsExactly("docker-compose.yml");
    assertThat(before.deployments().get(0).services()).hasSize(9);
    assertThat(before.builds()).hasSize(7).allMatch(build -> build.stage().isPresent());
    assertThat(shipped(before, "infra/docker/Dockerfile"))
        .containsExactly("api", "bot", "worker", "beat");
    assertThat(shipped(before, "infra/docker/Dockerfile.frontend")).containsExactly("production");
    assertThat(shipped(before, "infra/docker/Dockerfile.dev")).isEmpty();
    assertThat(before.ignoreFiles()).hasSize(1).allMatch(file -> file.problems().isEmpty());
    assertThat(before.commands()).hasSizeGreaterThan(8);
    assertThat(before.scripts()).hasSize(1);
    assertThat(before.envFiles()).singleElement().matches(DotEnv::isExample);
  }

  @Test
  void theProductionOverrideOfTheReferenceIsADeploymentOfItsOwn() {
    Project after = Discovery.of(REFERENCE.resolve("after")).today(Tree.TODAY).discover();
    assertThat(Tree.deployments(after))
        .containsExactly("docker-compose.yml", "docker-compose.yml+docker-compose.prod.yml");
  }

  private static List<String> shipped(Project project, String path) {
    return project.shippedStages(project.dockerfile(path).orElseThrow()).stream()
        .map(Stage::name)
        .map(name -> name.orElse(""))
        .toList();
  }
}
