package io.github.dockeraudit.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void theFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "old and longer");
    WholeFile.write(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void missingFoldersAreMade() throws IOException {
    Path file = folder.resolve("a/b/c.json");
    WholeFile.write(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path target = Files.writeString(folder.resolve("target.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
    WholeFile.write(link, NEW);
    assertThat(link).isSymbolicLink();
    assertThat(target).hasBinaryContent(NEW);
  }

  @Test
  void whatCannotBeReplacedStays() throws IOException {
    Path file = Files.createDirectories(folder.resolve("a.json/inside")).getParent();
    assertThatThrownBy(() -> WholeFile.write(file, NEW)).isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }
}
