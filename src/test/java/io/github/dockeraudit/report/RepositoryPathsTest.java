package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RepositoryPathsTest {

  private static final Path ROOT = Path.of("repository").toAbsolutePath();

  @Test
  void theFoldersOfAModuleComeBeforeItsFiles() {
    assertThat(RepositoryPaths.of(ROOT, ROOT.resolve("services").resolve("shop")).prefix())
        .isEqualTo("services/shop/");
    assertThat(RepositoryPaths.of(ROOT, ROOT.resolve("a/../b")).prefix()).isEqualTo("b/");
  }

  @Test
  void nothingComesBeforeThoseOfTheRootAndOfAFolderElsewhere() {
    assertThat(RepositoryPaths.of(ROOT, ROOT).prefix()).isEmpty();
    assertThat(RepositoryPaths.of(ROOT, ROOT.resolveSibling("other")).prefix()).isEmpty();
  }
}
