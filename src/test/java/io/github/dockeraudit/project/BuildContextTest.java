package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.project.FileTree.Entry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildContextTest {

  @TempDir Path folder;
  private BuildContext context;

  @BeforeEach
  void readContext() throws IOException {
    Project project =
        new Tree(folder)
            .dockerfiles("app/Dockerfile")
            .empty("app/pom.xml", "app/a.txt", "app/b.txt", "app/c.md", "app/.env", "outside.txt")
            .empty("app/src/A.java", "app/docs/x/y.md", "app/kept/k.txt", "app/one/k", "app/two/k")
            .link("app/link", "a.txt")
            .link("app/dangling", "gone")
            .link("app/folderLink", "src")
            .file(
                "app/.dockerignore",
                "target",
                "*.md",
                "docs/*",
                "kept",
                "!kept/k.txt",
                "one/*",
                ".env",
                "a.txt")
            .project();
    context = project.contexts(project.dockerfiles().get(0)).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, FILE",
    "./a.txt, FILE",
    "/a.txt, FILE",
    "../a.txt, FILE",
    "../outside.txt, MISSING",
    "src, FOLDER",
    "src/, FOLDER",
    "., FOLDER",
    "/, FOLDER",
    "src/A.java, FILE",
    "src/A.java/x, MISSING",
    "gone, MISSING",
    "*.txt, FILE",
    "?.md, FILE",
    "[ab].txt, FILE",
    "[, MISSING",
    "*.go, MISSING",
    "*/A.java, FILE",
    "*/x/y.md, FILE",
    "s*/, FOLDER",
    "target/app.jar, UNKNOWN",
    "target/*.jar, UNKNOWN",
    "target, UNKNOWN",
    "link, FILE",
    "dangling, MISSING",
    "folderLink, FOLDER",
    "folderLink/A.java, UNKNOWN",
    "src/target, MISSING",
  })
  void sourcesAreLookedUp(String source, Entry expected) {
    assertThat(context.find(source)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "target/app.jar, target",
    "target/*.jar, target",
    "target, target",
    "a.txt, a.txt",
    "/a.txt, a.txt",
    "c.md, *.md",
    "*.md, *.md",
    "docs, docs/*",
    "docs/x, docs/*",
    "docs/*/y.md, docs/*",
    "one, one/*",
    ".env, .env",
  })
  void theLineThatKeepsAllOfASourceOutIsNamed(String source, String line) {
    assertThat(context.ignoring(source).map(Object::toString)).contains(line);
  }

  @ParameterizedTest
  @CsvSource({"src", "*.txt", "kept", "kept/k.txt", ".", "gone", "*", "*/k", "src/*"})
  void aSourceOfWhichSomeMayGetInIsNotIgnored(String source) {
    assertThat(context.ignoring(source)).isEmpty();
  }

  @Test
  void aFileIsHeldIfItIsThereAndNotIgnored() {
    assertThat(context.holds("b.txt")).isTrue();
    assertThat(context.holds("a.txt")).isFalse();
    assertThat(context.holds(".env")).isFalse();
    assertThat(context.holds("gone")).isFalse();
    assertThat(context.holds("kept/k.txt")).isTrue();
    assertThat(context.holds("target/x")).isFalse();
  }
}
