package io.github.dockeraudit.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {

  @TempDir Path folder;

  @Test
  void changesThatAreNearShareAHunkAndOthersDoNot() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n";
    String after =
        before.replace("2\n3\n", "2\nnew\n3\n").replace("\n8\n", "\n").replace("17\n", "x\n");
    assertThat(patch(change("Dockerfile", before, after)))
        .isEqualTo(
            """
            --- a/Dockerfile
            +++ b/Dockerfile
            @@ -1,11 +1,11 @@
             1
             2
            +new
             3
             4
             5
             6
             7
            -8
             9
             10
             11
            @@ -14,5 +14,5 @@
             14
             15
             16
            -17
            +x
             18
            """);
  }

  @Test
  void aNewFileComesFromNowhere() {
    FileChange change = new FileChange(Optional.empty(), Source.of(".dockerignore", "a\nb\n"));
    assertThat(patch(change))
        .isEqualTo("--- /dev/null\n+++ b/.dockerignore\n@@ -0,0 +1,2 @@\n+a\n+b\n");
  }

  @Test
  void gitAppliesWhateverTheFilesHold() throws Exception {
    List<FileChange> changes =
        List.of(
            change("plain", "a\nb\n", "a\nc\n"),
            change("no newline", "a\nb", "a\nc"),
            change("newline added", "a", "a\n"),
            change("newline taken", "a\n", "a"),
            change("crlf", "a\r\nb\r\nc\r\n", "a\r\nc\r\n"),
            change("emptied", "a\n", ""),
            change("q\"uo\\te", "a\n", "b\n"),
            change("umläut", "ä\n", "ö\n"),
            change("dashes", "-- a\n++ b\n", "-- a\n"),
            bytes("bom", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n'}),
            bytes("invalid", new byte[] {(byte) 0xFF, 'a', '\n', (byte) 0xC3, '\n'}),
            new FileChange(Optional.empty(), Source.of("new/folder/file", "x\ny")));
    applyAndCompare(changes);
  }

  @Test
  void gitAppliesAnyEdits() throws Exception {
    Random random = new Random(7);
    List<FileChange> changes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<String> lines = new ArrayList<>();
      for (int line = random.nextInt(60); line >= 0; line--) {
        lines.add("line " + random.nextInt(9));
      }
      String before = String.join("\n", lines) + (random.nextBoolean() ? "\n" : "");
      for (int edit = random.nextInt(6); edit >= 0 && !lines.isEmpty(); edit--) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
          case 0 -> lines.remove(at);
          case 1 -> lines.add(at, "new " + edit);
          default -> lines.set(at, "other " + edit);
        }
      }
      String after = String.join("\n", lines) + (random.nextBoolean() ? "\n" : "");
      if (!before.equals(after)) {
        changes.add(change("file" + i, before, after));
      }
    }
    applyAndCompare(changes);
  }

  @Test
  void filesInUtf16AreNotInAPatch() {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 'a', 0};
    FileChange change = bytes("Dockerfile", bytes);
    assertThat(UnifiedDiff.isPatchable(change)).isFalse();
    assertThat(UnifiedDiff.patch(List.of(change), "")).isEmpty();
  }

  private void applyAndCompare(List<FileChange> changes) throws Exception {
    for (FileChange change : changes) {
      if (change.before().isPresent()) {
        Files.write(folder.resolve(change.path()), change.before().get().bytes());
      }
    }
    Path patch = Files.write(folder.resolve("fix.patch"), UnifiedDiff.patch(changes, ""));
    assumeThat(run("git", "--version")).as("git is installed").isZero();
    assertThat(run("git", "apply", "-p1", "--whitespace=nowarn", patch.toString()))
        .as(Files.readString(folder.resolve("out.txt")))
        .isZero();
    for (FileChange change : changes) {
      assertThat(folder.resolve(change.path()))
          .as(change.path())
          .hasBinaryContent(change.after().bytes());
    }
  }

  private int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start()
        .waitFor();
  }

  private static String patch(FileChange change) {
    return new String(UnifiedDiff.patch(List.of(change), ""), StandardCharsets.UTF_8);
  }

  private static FileChange change(String path, String before, String after) {
    Source old = Source.of(path, before);
    return new FileChange(Optional.of(old), old.withText(after));
  }

  /** A change that puts an x after the first a. */
  private static FileChange bytes(String path, byte[] before) {
    Source old = Source.of(path, before);
    return new FileChange(Optional.of(old), old.withText(old.text().replaceFirst("a", "ax")));
  }
}
