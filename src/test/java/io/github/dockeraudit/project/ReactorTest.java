package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.project.FileTree.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorTest {

  private static final String[] MODULES = {"api", "web", "web/admin"};

  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void writeReactor() throws IOException {
    tree =
        new Tree(folder)
            .empty("pom.xml", "api/pom.xml", "web/pom.xml", "web/admin/pom.xml")
            .empty("api/src/main/java/App.java")
            .dockerfiles("Dockerfile", "api/Dockerfile", "web/Dockerfile", "web/admin/Dockerfile")
            .dockerfiles("apiary/Dockerfile", "web/target/Dockerfile")
            .composeFiles("web/compose.yaml");
  }

  @Test
  void eachModuleOwnsItsOwnFiles() {
    assertThat(Tree.dockerfiles(tree.module(".", MODULES)))
        .containsExactly("Dockerfile", "apiary/Dockerfile");
    assertThat(Tree.dockerfiles(tree.module("api", MODULES))).containsExactly("Dockerfile");
    assertThat(Tree.dockerfiles(tree.module("web", MODULES))).containsExactly("Dockerfile");
    assertThat(Tree.dockerfiles(tree.module("web/admin", MODULES))).containsExactly("Dockerfile");
  }

  @Test
  void allModulesTogetherHaveEverythingOnce() {
    List<String> all =
        Stream.concat(Stream.of("."), Stream.of(MODULES))
            .flatMap(
                module ->
                    tree.module(module, MODULES).files().stream()
                        .map(file -> Paths.clean(module + "/" + file.path())))
            .toList();
    assertThat(all)
        .containsExactlyInAnyOrder(
            "Dockerfile",
            "apiary/Dockerfile",
            "api/Dockerfile",
            "web/Dockerfile",
            "web/compose.yaml",
            "web/admin/Dockerfile");
  }

  @Test
  void theFilesOfOtherModulesAreKnownByName() {
    Project root = tree.module(".", MODULES);
    assertThat(root.tree().at("api/src/main/java/App.java")).isEqualTo(Entry.FILE);
    assertThat(root.tree().at("web/admin/pom.xml")).isEqualTo(Entry.FILE);
    assertThat(root.tree().at("api/src/main/java/Gone.java")).isEqualTo(Entry.MISSING);
    assertThat(root.tree().at("api/target/app.jar")).isEqualTo(Entry.UNKNOWN);
  }

  @Test
  void aDockerfileOfAnotherModuleIsKnownToTheComposeFileThatBuildsFromItButNotAuditedTwice()
      throws IOException {
    tree.file("compose.yaml", "services:", "  api:", "    build: api");
    Project root = tree.module(".", MODULES);
    assertThat(Tree.dockerfiles(root)).containsExactly("Dockerfile", "apiary/Dockerfile");
    assertThat(root.builds())
        .singleElement()
        .satisfies(
            build -> {
              assertThat(build.dockerfile()).isPresent();
              assertThat(build.dockerfilePath()).contains("api/Dockerfile");
              assertThat(build.stage()).isPresent();
            });
    assertThat(root.owns("api/Dockerfile")).isFalse();
    assertThat(root.owns("Dockerfile")).isTrue();
  }

  @Test
  void aModuleOutsideOfTheFolderDoesNotMatter() {
    assertThat(Tree.dockerfiles(tree.module("api", "web", "../elsewhere", "api")))
        .containsExactly("Dockerfile");
  }

  @Test
  void aModuleMayBeGivenRelativeToTheFolder() {
    Project root =
        tree.discovery().withoutModules(List.of(Path.of("web"), Path.of("api/"))).discover();
    assertThat(Tree.dockerfiles(root)).containsExactly("Dockerfile", "apiary/Dockerfile");
  }
}
