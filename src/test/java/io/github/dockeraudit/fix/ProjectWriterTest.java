package io.github.dockeraudit.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.fix.MortalFileSystem.Killed;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWriterTest {

  /** More changes than writing three files takes. */
  private static final int ENOUGH = 200;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("project"));
  }

  @Test
  void aChangedFileKeepsItsMode() throws IOException {
    Path file = write("Dockerfile", "old\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x--x"));
    new ProjectWriter(folder).write(List.of(change("Dockerfile", "old\n", "new\n")));
    assertThat(file).hasContent("new\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-x--x");
    assertNothingElse("Dockerfile");
  }

  @Test
  void aNewFileComesIntoBeingWithItsFolders() throws IOException {
    new ProjectWriter(folder).write(List.of(creation("docker/app/.dockerignore", "target\n")));
    Path file = folder.resolve("docker/app/.dockerignore");
    assertThat(file).hasContent("target\n");
    Path usual = Files.createFile(folder.resolve("usual"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void byteOrderMarkInvalidBytesAndLineEndingsAreWrittenAsTheyWereRead() throws IOException {
    byte[] old = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\r', '\n', (byte) 0xFF, '\r', '\n'};
    Path file = Files.write(folder.resolve("Dockerfile"), old);
    Source before = Source.of("Dockerfile", old);
    FileChange change =
        new FileChange(Optional.of(before), before.withText(before.text().replace('a', 'b')));
    new ProjectWriter(folder).write(List.of(change));
    old[3] = 'b';
    assertThat(file).hasBinaryContent(old);
  }

  @Test
  void aFileThatChangedMeanwhileIsNotTouchedNorIsAnyOther() throws IOException {
    Path first = write("a", "old\n");
    Path second = write("b", "edited by its owner\n");
    assertThatThrownBy(
            () ->
                new ProjectWriter(folder)
                    .write(List.of(change("a", "old\n", "new\n"), change("b", "old\n", "new\n"))))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("b has changed since it was read");
    assertThat(first).hasContent("old\n");
    assertThat(second).hasContent("edited by its owner\n");
  }

  @Test
  void aFileThatCameIntoBeingMeanwhileIsNotOverwritten() throws IOException {
    Path file = write(".dockerignore", "mine\n");
    assertThatThrownBy(
            () -> new ProjectWriter(folder).write(List.of(creation(".dockerignore", "ours\n"))))
        .isInstanceOf(AuditException.class);
    assertThat(file).hasContent("mine\n");
  }

  @Test
  void aLinkIsFollowedWithinTheProjectAndStays() throws IOException {
    Path real = write("real", "old\n");
    Path link = Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("real"));
    new ProjectWriter(folder).write(List.of(change("Dockerfile", "old\n", "new\n")));
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new\n");
  }

  @Test
  void nothingOutsideOfTheProjectIsWritten() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside"), "old\n");
    Files.createSymbolicLink(folder.resolve("Dockerfile"), outside);
    Files.createSymbolicLink(folder.resolve("linked"), temporary);
    ProjectWriter writer = new ProjectWriter(folder);
    for (FileChange change :
        List.of(
            change("Dockerfile", "old\n", "new\n"),
            change("../outside", "old\n", "new\n"),
            creation("linked/new", "new\n"),
            creation("../new", "new\n"))) {
      assertThatThrownBy(() -> writer.write(List.of(change)))
          .as(change.path())
          .isInstanceOf(AuditException.class)
          .hasMessageContaining("lies outside of the project");
    }
    assertThat(outside).hasContent("old\n");
    assertThat(temporary.resolve("new")).doesNotExist();
  }

  @Test
  void killedAtAnyMomentEveryFileIsTheOldOneOrTheNewOne() throws IOException {
    int deaths = 0;
    for (int changes = 0; changes < ENOUGH; changes++) {
      Path project = Files.createDirectory(temporary.resolve("project-" + changes));
      Files.writeString(project.resolve("a"), "old a\n");
      Files.writeString(project.resolve("b"), "old b\n");
      MortalFileSystem mortal = new MortalFileSystem(changes);
      boolean killed = isKilled(mortal, project);
      assertThat(project.resolve("a")).content().isIn("old a\n", "new text of a\n");
      assertThat(project.resolve("b")).content().isIn("old b\n", "new text of b\n");
      if (Files.exists(project.resolve("c/d"))) {
        assertThat(project.resolve("c/d")).content().isEqualTo("text of d\n");
      }
      if (!killed) {
        assertThat(project.resolve("c/d")).exists();
        assertThat(project.resolve("b")).hasContent("new text of b\n");
        assertThat(deaths).as("moments at which it was killed").isGreaterThan(15);
        return;
      }
      deaths++;
    }
    throw new AssertionError("it is killed however long it may live");
  }

  private static boolean isKilled(MortalFileSystem mortal, Path project) {
    try {
      new ProjectWriter(mortal.see(project))
          .write(
              List.of(
                  change("a", "old a\n", "new text of a\n"),
                  change("b", "old b\n", "new text of b\n"),
                  creation("c/d", "text of d\n")));
      return false;
    } catch (Killed end) {
      return true;
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void assertNothingElse(String... names) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      assertThat(paths.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  private static FileChange change(String path, String before, String after) {
    Source old = Source.of(path, before.getBytes(StandardCharsets.UTF_8));
    return new FileChange(Optional.of(old), old.withText(after));
  }

  private static FileChange creation(String path, String text) {
    return new FileChange(Optional.empty(), Source.of(path, text));
  }
}
