package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.project.FileTree.Entry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTreeTest {

  @TempDir Path folder;

  @Test
  void filesAndFoldersAreKnownAndTheRestIsMissing() throws IOException {
    FileTree tree = new Tree(folder).dockerfiles("Dockerfile").empty("a/b/c.txt").project().tree();
    assertThat(tree.at("a/b/c.txt")).isEqualTo(Entry.FILE);
    assertThat(tree.at("a/./b/")).isEqualTo(Entry.FOLDER);
    assertThat(tree.at("a/../a/b/c.txt")).isEqualTo(Entry.FILE);
    assertThat(tree.at(".")).isEqualTo(Entry.FOLDER);
    assertThat(tree.at("a/c")).isEqualTo(Entry.MISSING);
    assertThat(tree.at("Dockerfile/x")).isEqualTo(Entry.MISSING);
    assertThat(tree.at("../x")).isEqualTo(Entry.UNKNOWN);
    assertThat(tree.at("/etc/passwd")).isEqualTo(Entry.UNKNOWN);
  }

  @Test
  void entriesAreSorted() throws IOException {
    FileTree tree =
        new Tree(folder)
            .dockerfiles("Dockerfile")
            .empty("b", "a/2", "a/10", "a/sub/1")
            .project()
            .tree();
    assertThat(tree.entries(".")).containsExactly("Dockerfile", "a", "b");
    assertThat(tree.entries("a/")).containsExactly("a/10", "a/2", "a/sub");
    assertThat(tree.filesBelow("a")).containsExactly("a/10", "a/2", "a/sub/1");
    assertThat(tree.entries("gone")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml, target/app.jar",
    "build.gradle.kts, build/libs/app.jar",
    "package.json, node_modules/x",
    "package.json, dist/index.js",
    "Cargo.toml, target/release/app",
    "composer.json, vendor/autoload.php",
  })
  void whatABuildMakesIsUnknownAndNotMissing(String manifest, String output) throws IOException {
    FileTree tree =
        new Tree(folder).dockerfiles("Dockerfile").empty("m/" + manifest).project().tree();
    assertThat(tree.at("m/" + output)).isEqualTo(Entry.UNKNOWN);
    assertThat(tree.at(output)).isEqualTo(Entry.MISSING);
  }

  @Test
  void whatABuildHasMadeIsUnknownToo() throws IOException {
    FileTree tree =
        new Tree(folder).dockerfiles("Dockerfile").empty("target/old.jar").project().tree();
    assertThat(tree.at("target")).isEqualTo(Entry.FOLDER);
    assertThat(tree.isListed("target")).isFalse();
    assertThat(tree.at("target/old.jar")).isEqualTo(Entry.UNKNOWN);
  }

  @Test
  void theBuildDirectoryOfTheModuleIsUnknownWhateverItsName() throws IOException {
    FileTree tree =
        new Tree(folder)
            .dockerfiles("Dockerfile")
            .discovery()
            .maven(Models.withBuildDirectory("out/maven"))
            .discover()
            .tree();
    assertThat(tree.at("out/maven/app.jar")).isEqualTo(Entry.UNKNOWN);
    assertThat(tree.at("out/app.jar")).isEqualTo(Entry.MISSING);
  }
}
