package io.github.dockeraudit.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.disk.FileContent;
import io.github.dockeraudit.disk.FileType;
import io.github.dockeraudit.disk.FolderEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the git of this computer, in repositories made for it. */
class RevisionTest {

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void aRepositoryWithOneCommitAndChanges() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("repository"));
    git(folder, "init", "--quiet", "--initial-branch=main");
    write("Dockerfile", "FROM old\n");
    write("images/web/Dockerfile", "FROM web\n");
    write("gone/Dockerfile", "FROM gone\n");
    write("run.sh", "#!/bin/sh\n");
    write(".gitignore", "/target/\n.env\n");
    folder.resolve("run.sh").toFile().setExecutable(true);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("images/web"));
    commit();
    write("Dockerfile", "FROM new\n");
    write("added/Dockerfile", "FROM added\n");
    write("target/app.jar", "jar");
    write(".env", "A=1\n");
    Files.delete(folder.resolve("gone/Dockerfile"));
  }

  @Test
  void filesAreThoseOfTheCommit() throws IOException {
    try (CommittedFiles files = files("HEAD")) {
      assertThat(text(files, "Dockerfile")).isEqualTo("FROM old\n");
      assertThat(text(files, "gone/Dockerfile")).isEqualTo("FROM gone\n");
      assertThat(files.exists(folder.resolve("added/Dockerfile"))).isFalse();
      assertThat(files.isFolder(folder.resolve("added"))).isFalse();
      assertThatThrownBy(() -> text(files, "added/Dockerfile"))
          .isInstanceOf(NoSuchFileException.class);
      assertThat(files.content(folder.resolve("images"), 9).form())
          .isEqualTo(FileContent.Form.FOLDER);
      assertThat(files.content(folder.resolve("Dockerfile"), 3).form())
          .isEqualTo(FileContent.Form.TOO_LARGE);
      assertThat(files.isExecutable(folder.resolve("run.sh"))).isTrue();
      assertThat(files.isExecutable(folder.resolve("Dockerfile"))).isFalse();
    }
  }

  @Test
  void whatGitIgnoresIsAsItIsNow() throws IOException {
    try (CommittedFiles files = files("HEAD")) {
      assertThat(text(files, "target/app.jar")).isEqualTo("jar");
      assertThat(text(files, ".env")).isEqualTo("A=1\n");
      assertThat(files.list(folder))
          .containsExactly(
              new FolderEntry(".env", FileType.FILE),
              new FolderEntry(".gitignore", FileType.FILE),
              new FolderEntry("Dockerfile", FileType.FILE),
              new FolderEntry("gone", FileType.FOLDER),
              new FolderEntry("images", FileType.FOLDER),
              new FolderEntry("link", FileType.LINK),
              new FolderEntry("run.sh", FileType.FILE),
              new FolderEntry("target", FileType.FOLDER));
    }
  }

  @Test
  void linksAreFollowed() throws IOException {
    try (CommittedFiles files = files("HEAD")) {
      Path link = folder.resolve("link");
      assertThat(files.isLink(link)).isTrue();
      assertThat(files.isFolder(link)).isTrue();
      assertThat(files.realPath(link)).isEqualTo(folder.resolve("images/web"));
      assertThat(files.list(link)).containsExactly(new FolderEntry("Dockerfile", FileType.FILE));
    }
  }

  @Test
  void theCommitInCommonCounts() throws IOException {
    git(folder, "checkout", "--quiet", "-b", "feature");
    commit();
    git(folder, "checkout", "--quiet", "main");
    write("Dockerfile", "FROM later\n");
    commit();
    git(folder, "checkout", "--quiet", "feature");
    try (CommittedFiles files = files("main")) {
      assertThat(text(files, "Dockerfile")).isEqualTo("FROM old\n");
    }
  }

  @Test
  void aWorktreeHasItsOwnFiles() throws IOException {
    Path other = temporary.toRealPath().resolve("other");
    git(folder, "worktree", "add", "--quiet", "-b", "side", other.toString());
    Revision revision = Revision.find(other, "main").revision().orElseThrow();
    assertThat(revision.top()).isEqualTo(other);
    try (CommittedFiles files = revision.files()) {
      assertThat(files.exists(other.resolve("gone/Dockerfile"))).isTrue();
    }
  }

  @Test
  void aShallowCloneKnowsWhatItHas() throws IOException {
    write("Dockerfile", "FROM second\n");
    commit();
    Path clone = temporary.toRealPath().resolve("clone");
    git(folder, "clone", "--quiet", "--depth=1", "file://" + folder, clone.toString());
    assertThat(Revision.find(clone, "origin/main").revision()).isPresent();
    assertThat(Revision.find(clone, "HEAD~1").note())
        .isEqualTo("this clone has no HEAD~1; fetch it, as with git fetch --depth=1 origin");
  }

  @Test
  void whatGitCannotSayIsNoted() throws IOException {
    assertThat(Revision.find(folder, "origin/main").note()).startsWith("this clone has no origin");
    assertThat(Revision.find(folder, "--help").note())
        .isEqualTo("'--help' is no name of a revision");
    Path empty = Files.createDirectories(temporary.resolve("empty"));
    git(empty, "init", "--quiet");
    assertThat(Revision.find(empty, "main").revision()).isEmpty();
  }

  @Test
  void nothingIsWritten() throws IOException {
    Path index = folder.resolve(".git/index");
    byte[] before = Files.readAllBytes(index);
    try (CommittedFiles files = files("HEAD")) {
      assertThat(files.exists(folder.resolve("Dockerfile"))).isTrue();
    }
    assertThat(Files.readAllBytes(index)).isEqualTo(before);
  }

  private CommittedFiles files(String name) throws IOException {
    return Revision.find(folder, name).revision().orElseThrow().files();
  }

  private String text(CommittedFiles files, String path) throws IOException {
    return new String(files.content(folder.resolve(path), 1000).bytes(), UTF_8);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit() {
    git(folder, "add", "--all");
    git(
        folder,
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.com",
        "commit",
        "--quiet",
        "--allow-empty",
        "--message=Change");
  }

  private static void git(Path folder, String... arguments) {
    Git.Answer answer = new Git(folder).run(arguments);
    assertThat(answer.isDone()).as(answer.complaint()).isTrue();
  }
}
