package io.github.dockeraudit.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

  @TempDir Path folder;
  private Path file;
  private final Disk disk = new Disk();
  private byte[] questions;
  private byte[] answers;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(folder.resolve("file"), "one");
  }

  private void remember() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    disk.writeQuestions(new DataOutputStream(out));
    questions = out.toByteArray();
    answers = disk.answers();
    assertThat(isTheSame()).as("nothing has changed").isTrue();
  }

  private boolean isTheSame() throws IOException {
    Disk again = new Disk();
    again.askAgain(new DataInputStream(new ByteArrayInputStream(questions)));
    return java.util.Arrays.equals(again.answers(), answers);
  }

  @Test
  void aContentCountsAndNotItsDate() throws IOException {
    assertThat(disk.content(file, 3).bytes()).asString().isEqualTo("one");
    remember();
    Files.writeString(file, "two");
    assertThat(isTheSame()).isFalse();
    Files.writeString(file, "one");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(isTheSame()).isTrue();
  }

  @Test
  void aFileThatGrowsBeyondItsLimitIsNotTheSame() throws IOException {
    disk.content(file, 3);
    remember();
    Files.writeString(file, "four");
    assertThat(isTheSame()).isFalse();
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    assertThat(disk.content(file, 2).form()).isEqualTo(FileContent.Form.TOO_LARGE);
    remember();
    Files.writeString(file, "1");
    assertThat(isTheSame()).isFalse();
  }

  @Test
  void aFileThatBecomesAFolderOrGoesIsNotTheSame() throws IOException {
    disk.content(file, 3);
    remember();
    Files.delete(file);
    assertThat(isTheSame()).isFalse();
    Files.createDirectory(file);
    assertThat(isTheSame()).isFalse();
  }

  @Test
  void aMissingFileIsAnAnswerToo() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> disk.content(missing, 3)).isInstanceOf(NoSuchFileException.class);
    remember();
    Files.createFile(missing);
    assertThat(isTheSame()).isFalse();
  }

  @Test
  void aListingIsOfNamesAndTypes() throws IOException {
    Files.createDirectory(folder.resolve("below"));
    assertThat(disk.list(folder))
        .containsExactly(
            new FolderEntry("below", FileType.FOLDER), new FolderEntry("file", FileType.FILE));
    remember();
    Files.writeString(file, "two");
    Files.createFile(folder.resolve("below/deeper"));
    assertThat(isTheSame()).as("contents are not asked for").isTrue();
    Path added = Files.createFile(folder.resolve("added"));
    assertThat(isTheSame()).as("with a new file").isFalse();
    Files.delete(added);
    assertThat(isTheSame()).as("as before").isTrue();
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(isTheSame()).as("with a folder for a file").isFalse();
  }

  @Test
  void presenceCounts() throws IOException {
    Path missing = folder.resolve("missing");
    assertThat(disk.exists(missing)).isFalse();
    assertThat(disk.isFolder(missing)).isFalse();
    assertThat(disk.isReadable(folder)).isTrue();
    remember();
    Files.createFile(missing);
    assertThat(isTheSame()).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theTargetOfALinkCounts() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    assertThat(disk.realPath(link)).isEqualTo(file.toRealPath());
    assertThat(disk.isLink(link)).isTrue();
    remember();
    Files.writeString(folder.resolve("other"), "one");
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("other"));
    assertThat(isTheSame()).isFalse();
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("nowhere"));
    assertThat(isTheSame()).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void thePermissionToExecuteCounts() throws IOException {
    assertThat(disk.isExecutable(file)).isFalse();
    remember();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r-x"));
    assertThat(isTheSame()).isFalse();
  }

  @Test
  void aReportThatWasWrittenCountsAsRead() throws IOException {
    Path report = folder.resolve("report");
    disk.write(report, new byte[] {1, 2});
    remember();
    assertThat(isTheSame()).as("as it was written").isTrue();
    Files.write(report, new byte[] {1, 3});
    assertThat(isTheSame()).as("changed").isFalse();
    Files.write(report, new byte[] {1, 2, 3});
    assertThat(isTheSame()).as("longer").isFalse();
    Files.delete(report);
    assertThat(isTheSame()).as("deleted").isFalse();
  }

  @Test
  void tooManyQuestionsAreNotRemembered() {
    for (int i = 0; i < 20_000; i++) {
      disk.exists(file);
    }
    assertThat(disk.isMemorable()).isTrue();
    disk.exists(file);
    assertThat(disk.isMemorable()).isFalse();
  }
}
