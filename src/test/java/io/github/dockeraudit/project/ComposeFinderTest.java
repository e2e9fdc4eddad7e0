package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFinderTest {

  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void useTree() {
    tree = new Tree(folder);
  }

  private void assertDeployments(String... expected) {
    assertThat(Tree.deployments(tree.project())).containsExactly(expected);
  }

  @Test
  void theOverrideIsMergedOverTheBaseFileWhateverTheirNames() throws IOException {
    tree.composeFiles("docker-compose.yml")
        .file("compose.override.yaml", "services:", "  web:", "    user: app");
    assertDeployments("docker-compose.yml+compose.override.yaml");
    assertThat(tree.project().deployments().get(0).services())
        .singleElement()
        .satisfies(service -> assertThat(service.user()).isPresent());
  }

  @Test
  void aSecondBaseFileIsADeploymentOfItsOwn() throws IOException {
    tree.composeFiles("compose.yaml", "docker-compose.yml");
    assertDeployments("compose.yaml", "docker-compose.yml");
  }

  @Test
  void everyFolderHasItsOwnBaseFile() throws IOException {
    tree.composeFiles("compose.yaml", "b/compose.yaml", "a/docker-compose.yaml");
    assertDeployments("compose.yaml", "a/docker-compose.yaml", "b/compose.yaml");
  }

  @Test
  void aVariantThatSaysNotWhatToRunIsMergedOverTheBaseFile() throws IOException {
    tree.composeFiles("compose.yaml")
        .file("compose.prod.yaml", "services:", "  web:", "    restart: always");
    assertDeployments("compose.yaml", "compose.yaml+compose.prod.yaml");
  }

  @Test
  void aVariantThatChangesWhatRunsIsMergedOverTheBaseFile() throws IOException {
    tree.composeFiles("compose.yaml")
        .file("compose.prod.yaml", "services:", "  web:", "    image: nginx:1.28");
    assertDeployments("compose.yaml", "compose.yaml+compose.prod.yaml");
  }

  @Test
  void aVariantThatRepeatsWhatRunsStandsAlone() throws IOException {
    tree.composeFiles("docker-compose.yml", "docker-compose-dev.yml");
    assertDeployments("docker-compose.yml", "docker-compose-dev.yml");
  }

  @Test
  void aVariantThatHasAllServicesAsAWholeStandsAlone() throws IOException {
    tree.file(
            "compose.yaml",
            "services:",
            "  web:",
            "    build: .",
            "  db:",
            "    image: postgres:16")
        .file(
            "compose.prod.yaml",
            "services:",
            "  web:",
            "    image: registry.example.com/web:1.0",
            "  db:",
            "    image: postgres:17");
    assertDeployments("compose.yaml", "compose.prod.yaml");
  }

  @Test
  void aVariantThatRepeatsWhatItWouldHaveAnywayStandsAlone() throws IOException {
    tree.file(
            "compose.yaml",
            "services:",
            "  web:",
            "    build: .",
            "    ports: ['8080:8080']",
            "  db:",
            "    image: postgres:16")
        .file(
            "compose.prod.yaml",
            "services:",
            "  web:",
            "    image: registry.example.com/web:1.0",
            "    ports: ['8080:8080']");
    assertDeployments("compose.yaml", "compose.prod.yaml");
  }

  @Test
  void aVariantThatRepeatsWhatRunsStandsAloneEvenIfComposeRefusesIt() throws IOException {
    tree.composeFiles("compose.yaml")
        .file(
            "compose.other.yaml",
            "services:",
            "  web:",
            "    image: nginx:1.27",
            "    networks: [nowhere]");
    tree.file("compose.yaml", "services:", "  web:", "    image: nginx:1.27");
    assertDeployments("compose.yaml", "compose.other.yaml");
  }

  @Test
  void aVariantThatCannotStandAloneIsMergedOverTheBaseFile() throws IOException {
    tree.file(
            "compose.yaml",
            "services:",
            "  web:",
            "    build: .",
            "    networks: [front]",
            "  db:",
            "    image: postgres:16",
            "networks:",
            "  front: {}")
        .file(
            "compose.prod.yaml",
            "services:",
            "  web:",
            "    image: registry.example.com/web:1.0",
            "    networks: [front]",
            "  db:",
            "    image: postgres:17");
    assertDeployments("compose.yaml", "compose.yaml+compose.prod.yaml");
  }

  @Test
  void aVariantWithOtherServicesStandsAlone() throws IOException {
    tree.composeFiles("compose.yaml")
        .file(
            "compose.monitoring.yaml", "services:", "  grafana:", "    image: grafana/grafana:11");
    assertDeployments("compose.yaml", "compose.monitoring.yaml");
  }

  @Test
  void aVariantWhoseServicesNeedThoseOfTheBaseFileIsMergedOverIt() throws IOException {
    tree.composeFiles("compose.yaml")
        .file(
            "compose.tests.yaml",
            "services:",
            "  tests:",
            "    image: alpine:3.20",
            "    depends_on: [web]");
    assertDeployments("compose.yaml", "compose.yaml+compose.tests.yaml");
  }

  @Test
  void anOverrideOfAVariantIsMergedOverThatOne() throws IOException {
    tree.composeFiles("compose.yaml", "stack-compose.yml")
        .file("stack-compose.override.yml", "services:", "  web:", "    restart: always");
    assertDeployments("compose.yaml", "stack-compose.yml+stack-compose.override.yml");
  }

  @Test
  void aFileInAFolderForComposeFilesIsMergedOverTheBaseFileAbove() throws IOException {
    tree.composeFiles("docker-compose.yml")
        .file("docker/dev.yml", "services:", "  web:", "    restart: always");
    assertDeployments("docker-compose.yml", "docker-compose.yml+docker/dev.yml");
  }

  @Test
  void aFileThatBuildsWhereOnlyTheBaseFileCanIsMergedOverIt() throws IOException {
    tree.composeFiles("docker-compose.yml")
        .dockerfiles("api/Dockerfile")
        .file("deploy/docker-compose-api.yml", "services:", "  api:", "    build: api");
    assertDeployments("docker-compose.yml", "docker-compose.yml+deploy/docker-compose-api.yml");
  }

  @Test
  void aPartOfNobodyKnowsWhatIsPassedOverWithANote() throws IOException {
    tree.composeFiles("compose.yaml")
        .file("tests/compose.base.yml", "services:", "  sut:", "    restart: always");
    assertDeployments("compose.yaml");
    assertThat(tree.project().notes())
        .singleElement()
        .asString()
        .startsWith("tests/compose.base.yml is a part of some deployment");
  }

  @Test
  void aFileThatIsIncludedOrExtendedIsNoDeploymentOfItsOwn() throws IOException {
    tree.file(
            "docker/app.yml",
            "services:",
            "  app:",
            "    extends: {file: common.yml, service: base}")
        .file("docker/common.yml", "services:", "  base:", "    image: alpine:3.20")
        .file("compose.yaml", "include: [compose.db.yaml]", "services: {}")
        .file("compose.db.yaml", "services:", "  db:", "    image: postgres:17");
    assertDeployments("compose.yaml", "docker/app.yml");
  }

  @Test
  void whatComposeFileInTheEnvFileNamesIsADeployment() throws IOException {
    tree.composeFiles("docker-compose.yml")
        .file(".env", "COMPOSE_PATH_SEPARATOR=;", "COMPOSE_FILE=docker-compose.yml;dev/extra.yml")
        .file("dev/extra.yml", "services:", "  web:", "    restart: always");
    assertDeployments("docker-compose.yml", "docker-compose.yml+dev/extra.yml");
  }

  @Test
  void theSeparatorOfComposeFileMayBeAnything() throws IOException {
    tree.composeFiles("a.yml", "b.yml")
        .file(".env", "COMPOSE_PATH_SEPARATOR=]", "COMPOSE_FILE=a.yml]b.yml");
    assertDeployments("a.yml+b.yml");
    tree.composeFiles("compose.yaml");
    assertDeployments("compose.yaml", "a.yml+b.yml");
    tree.file(".env", "COMPOSE_PATH_SEPARATOR=", "COMPOSE_FILE=a.yml;b.yml");
    assertDeployments("compose.yaml", "a.yml+b.yml");
  }

  @Test
  void aFileThatComposeFileNamesAndThatIsMissingIsNoDeployment() throws IOException {
    tree.composeFiles("docker-compose.yml")
        .file(".env", "COMPOSE_FILE=docker-compose.yml:gone.yml");
    assertDeployments("docker-compose.yml");
  }

  @Test
  void variablesAreFilledInFromTheEnvFileBesideTheBaseFile() throws IOException {
    tree.file("a/compose.yaml", "services:", "  web:", "    image: nginx:${TAG}")
        .file("a/.env", "TAG=1.27");
    assertThat(tree.project().deployments().get(0).services().get(0).image().orElseThrow().value())
        .contains("nginx:1.27");
  }

  @Test
  void yamlOfAnotherKindIsNoComposeFile() throws IOException {
    tree.file(".github/workflows/check-docker-compose.yml", "on: push", "jobs: {}")
        .file("docker/prometheus.yml", "scrape_configs: []")
        .file("docker/gitlab.yml", "services: [docker]", "stages: [build]");
    assertDeployments();
  }

  @Test
  void aBaseFileThatIsBrokenIsADeploymentAllTheSame() throws IOException {
    tree.file("compose.yaml", "services: [");
    assertDeployments("compose.yaml");
    assertThat(tree.project().deployments().get(0).accepted()).isFalse();
  }

  @Test
  void aFileIsReadOnceHoweverManyDeploymentsUseIt() throws IOException {
    tree.composeFiles("compose.yaml")
        .file("compose.prod.yaml", "services:", "  web:", "    restart: always");
    Project project = tree.project();
    assertThat(project.composeSources()).hasSize(2);
    assertThat(project.deployments()).hasSize(2);
  }

  @Test
  void excludedFilesAreNeitherBaseNorVariant() throws IOException {
    tree.composeFiles("compose.yaml", "docker-compose.yml");
    assertThat(Tree.deployments(tree.discovery().excludes(List.of("compose.yaml")).discover()))
        .containsExactly("docker-compose.yml");
  }

  @Test
  void aListOfFilesThatIsSetToNothingIsNone() throws IOException {
    tree.composeFiles("compose.yaml").file(".env", "COMPOSE_FILE=");
    assertDeployments("compose.yaml");
    assertThat(tree.project().problems()).isEmpty();
  }

  /** Each is loaded by whatever thread is free; a race would not show in every one of them. */
  @Test
  void foldersThatShareFilesAreReadTheSameWhicheverIsFirst() throws IOException {
    tree.file("shared/base.yaml", "services:", "  db:", "    image: postgres:17")
        .file("shared/variables.env", "TAG=1")
        .file("shared/binary.yaml", "\0");
    for (int i = 0; i < 40; i++) {
      tree.file("part" + i + "/.env", "TAG=" + i)
          .file(
              "part" + i + "/compose.yaml",
              "include: [../shared/base.yaml]",
              "services:",
              "  web:",
              "    image: example.com/web:${TAG}",
              "    env_file: [../shared/variables.env, ../part%d/.env]".formatted(39 - i),
              "  worker:",
              "    extends: {file: ../part%d/compose.yaml, service: web}".formatted((i + 7) % 40),
              "  other:",
              "    extends: {file: ../shared/binary.yaml, service: web}");
    }
    String first = told(tree.project());
    assertThat(first).contains("example.com/web:39", "holds no text");
    for (int i = 0; i < 5; i++) {
      assertThat(told(tree.project())).isEqualTo(first);
    }
  }

  private static String told(Project project) {
    StringBuilder told = new StringBuilder();
    told.append(project.notes()).append(project.problems()).append(project.files());
    for (Deployment deployment : project.deployments()) {
      told.append('\n').append(deployment.files()).append(deployment.problems());
      deployment.services().forEach(web -> told.append(web.name()).append(web.image()));
    }
    return told.toString();
  }
}
