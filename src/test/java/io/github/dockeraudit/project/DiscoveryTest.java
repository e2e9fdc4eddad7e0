package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

  @TempDir Path folder;

  @Test
  void dockerfilesAreFoundByNameAndSortedByPath() throws IOException {
    Project project =
        new Tree(folder)
            .dockerfiles("b/Dockerfile", "Dockerfile", "a/api.Dockerfile", "Containerfile")
            .empty("README.md", "src/Main.java")
            .project();
    assertThat(Tree.dockerfiles(project))
        .containsExactly("Containerfile", "Dockerfile", "a/api.Dockerfile", "b/Dockerfile");
  }

  @Test
  void theLayoutsOfMavenPluginsAreFound() throws IOException {
    Project project =
        new Tree(folder)
            .empty("pom.xml")
            .dockerfiles("src/main/docker/Dockerfile.jvm", "src/main/docker/db/Dockerfile")
            .composeFiles("src/main/docker/app.yml")
            .project();
    assertThat(Tree.dockerfiles(project))
        .containsExactly("src/main/docker/Dockerfile.jvm", "src/main/docker/db/Dockerfile");
    assertThat(Tree.deployments(project)).containsExactly("src/main/docker/app.yml");
  }

  @Test
  void whatABuildMakesIsNotLookedAt() throws IOException {
    Project project =
        new Tree(folder)
            .empty("pom.xml", "gradle/build.gradle", "go/go.mod")
            .dockerfiles(
                "Dockerfile",
                "target/Dockerfile",
                "module/target/docker/Dockerfile",
                "node_modules/x/Dockerfile",
                ".git/Dockerfile",
                ".m2/Dockerfile",
                "gradle/build/Dockerfile",
                "go/vendor/x/Dockerfile",
                "go/build/Dockerfile")
            .project();
    assertThat(Tree.dockerfiles(project)).containsExactly("Dockerfile", "go/build/Dockerfile");
  }

  @Test
  void aBuildDirectoryOfAnotherNameIsNotLookedAt() throws IOException {
    Tree tree = new Tree(folder).dockerfiles("Dockerfile", "output/classes/Dockerfile");
    MavenModel model = Models.withBuildDirectory("output");
    assertThat(Tree.dockerfiles(tree.discovery().maven(model).discover()))
        .containsExactly("Dockerfile");
  }

  @Test
  void aFolderThatIsOnlyCalledBuildIsLookedAt() throws IOException {
    Project project = new Tree(folder).dockerfiles("build/package/Dockerfile").project();
    assertThat(Tree.dockerfiles(project)).containsExactly("build/package/Dockerfile");
  }

  @Test
  void excludedFilesAreLeftOut() throws IOException {
    Tree tree =
        new Tree(folder)
            .dockerfiles("Dockerfile", "samples/a/Dockerfile", "src/it/a/Dockerfile")
            .composeFiles("samples/compose.yaml", "compose.yaml");
    Project project = tree.discovery().excludes(List.of("samples", "src/it/**")).discover();
    assertThat(Tree.dockerfiles(project)).containsExactly("Dockerfile");
    assertThat(Tree.deployments(project)).containsExactly("compose.yaml");
  }

  @Test
  void includedFilesAreTakenBesidesTheOthers() throws IOException {
    Tree tree =
        new Tree(folder)
            .dockerfiles("Dockerfile", "images/api.docker")
            .composeFiles("deploy/stack.yml");
    Project project =
        tree.discovery().includes(List.of("images/*.docker", "deploy/*.yml")).discover();
    assertThat(Tree.dockerfiles(project)).containsExactly("Dockerfile", "images/api.docker");
    assertThat(Tree.deployments(project)).containsExactly("deploy/stack.yml");
  }

  @Test
  void aProgramCalledDockerfileIsTakenOnlyIfItBeginsLikeOne() throws IOException {
    Project project =
        new Tree(folder)
            .file("Dockerfile.java", "package x;", "class Dockerfile {}")
            .file("Dockerfile.go", "# build", "FROM golang:1.23")
            .project();
    assertThat(Tree.dockerfiles(project)).containsExactly("Dockerfile.go");
    assertThat(project.notes()).anyMatch(note -> note.startsWith("Dockerfile.java "));
  }

  @Test
  void aTemplateIsPassedOverWithANote() throws IOException {
    Project project = new Tree(folder).file("Dockerfile.j2", "FROM {{ image }}").project();
    assertThat(project.isEmpty()).isTrue();
    assertThat(project.notes()).singleElement().asString().startsWith("Dockerfile.j2 ");
  }

  @Test
  void aDockerfileThatComposeBuildsFromNeedsNoSpecialName() throws IOException {
    Project project =
        new Tree(folder)
            .dockerfiles("images/web")
            .file(
                "compose.yaml",
                "services:",
                "  web:",
                "    build:",
                "      context: .",
                "      dockerfile: images/web")
            .project();
    assertThat(Tree.dockerfiles(project)).containsExactly("images/web");
  }

  @Test
  void everythingElseOfAProjectIsReadToo() throws IOException {
    Project project =
        new Tree(folder)
            .dockerfiles("Dockerfile")
            .file(".dockerignore", "target")
            .file(".env.example", "PORT=80")
            .file("Makefile", "up:", "\tdocker compose up")
            .file("scripts/entrypoint.sh", "#!/bin/sh", "exec \"$@\"")
            .project();
    assertThat(project.ignoreFiles()).hasSize(1);
    assertThat(project.envFiles()).hasSize(1);
    assertThat(project.commands()).extracting(Object::toString).containsExactly("make up");
    assertThat(project.scripts())
        .extracting(ScriptFile::path)
        .containsExactly("scripts/entrypoint.sh");
  }

  @Test
  void aFolderWithoutDockerFilesIsAnEmptyProject() throws IOException {
    Project project =
        new Tree(folder).empty("pom.xml", ".env", "Makefile", "a.sh", ".dockerignore").project();
    assertThat(project.isEmpty()).isTrue();
    assertThat(project.envFiles()).isEmpty();
    assertThat(project.today()).isEqualTo(Tree.TODAY);
  }

  @Test
  void theNameIsTheModulesOrElseTheFolders() throws IOException {
    Tree tree = new Tree(folder.resolve("shop")).dockerfiles("Dockerfile");
    assertThat(tree.project().name()).isEqualTo("shop");
    assertThat(tree.discovery().maven(Models.withBuildDirectory("target")).discover().name())
        .isEqualTo("shop-api");
  }

  @Test
  void aFolderThatIsMissingIsToldWithARemedy() {
    assertThatThrownBy(() -> Discovery.of(folder.resolve("missing")).discover())
        .isInstanceOf(AuditException.class)
        .hasMessageMatching("'.*missing' is not a folder that can be read; name .*");
  }

  @Test
  void aFileInPlaceOfTheFolderIsToldWithARemedy() throws IOException {
    new Tree(folder).dockerfiles("Dockerfile");
    assertThatThrownBy(() -> Discovery.of(folder.resolve("Dockerfile")).discover())
        .isInstanceOf(AuditException.class);
  }

  @Test
  void aWrongPatternIsToldWithARemedy() {
    assertThatThrownBy(() -> Discovery.of(folder).excludes(List.of("a", "[b")).discover())
        .isInstanceOf(AuditException.class)
        .hasMessageStartingWith("'[b' in excludes is no pattern; '[' is never closed");
  }
}
