package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dockeraudit.project.FileProblem.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class HostileFilesTest {

  @TempDir Path outside;
  private Path folder;
  private Tree tree;

  @BeforeEach
  void writeProject() throws IOException {
    folder = Files.createDirectory(outside.resolve("project"));
    tree = new Tree(folder).dockerfiles("ok/Dockerfile");
  }

  private void assertProblem(String path, Kind kind) {
    Project project =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> tree.project());
    assertThat(Tree.dockerfiles(project)).containsExactly("ok/Dockerfile");
    assertThat(project.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.kind()).isEqualTo(kind);
              assertThat(problem.message()).contains("; ").hasSizeLessThanOrEqualTo(100);
            });
  }

  @Test
  void aBinaryFileIsNoDockerfile() throws IOException {
    Files.write(folder.resolve("Dockerfile"), new byte[] {0x7F, 'E', 'L', 'F', 0, 0, 1});
    assertProblem("Dockerfile", Kind.BINARY);
  }

  @Test
  void aFileOfFiftyMegabytesIsNotRead() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("Dockerfile").toFile(), "rw")) {
      file.setLength(50_000_000);
    }
    assertProblem("Dockerfile", Kind.TOO_LARGE);
  }

  @Test
  void aFolderIsNoDockerfile() throws IOException {
    tree.empty("Dockerfile/README.md");
    assertProblem("Dockerfile", Kind.FOLDER);
  }

  @Test
  void aFolderThatOnlyLooksLikeADockerfileIsLookedInto() throws IOException {
    tree.dockerfiles("api.Dockerfile/Dockerfile");
    assertThat(tree.project().problems()).isEmpty();
    assertThat(tree.project().dockerfiles()).hasSize(2);
  }

  @Test
  void aFolderIsNoComposeFile() throws IOException {
    tree.folder("compose.yaml");
    assertProblem("compose.yaml", Kind.FOLDER);
  }

  @Test
  void aLinkToNothingIsAProblem() throws IOException {
    tree.link("Dockerfile", "gone");
    assertProblem("Dockerfile", Kind.DANGLING_LINK);
  }

  @Test
  void aLinkToItselfIsAProblem() throws IOException {
    tree.link("Dockerfile", "Dockerfile");
    assertProblem("Dockerfile", Kind.DANGLING_LINK);
  }

  @Test
  void aLinkOutOfTheProjectIsNotFollowed() throws IOException {
    Files.writeString(outside.resolve("Dockerfile"), "FROM secret");
    tree.link("Dockerfile", "../Dockerfile");
    assertProblem("Dockerfile", Kind.OUTSIDE);
  }

  @Test
  void aLinkToADeviceIsNotRead() throws IOException {
    tree.link("Dockerfile", "/dev/zero");
    assertProblem("Dockerfile", Kind.OUTSIDE);
  }

  @Test
  void aPipeIsNotReadAsItWouldWaitForEver() throws IOException, InterruptedException {
    run("mkfifo", folder.resolve("Dockerfile").toString());
    assertProblem("Dockerfile", Kind.SPECIAL);
  }

  @Test
  void aFileThatMayNotBeReadIsAProblem() throws IOException {
    tree.dockerfiles("Dockerfile");
    Files.setPosixFilePermissions(
        folder.resolve("Dockerfile"), PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(folder.resolve("Dockerfile")), "root may read everything");
    assertProblem("Dockerfile", Kind.UNREADABLE);
  }

  @Test
  void aFolderThatMayNotBeReadIsPassedOver() throws IOException {
    tree.dockerfiles("closed/Dockerfile");
    Path closed = folder.resolve("closed");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(closed), "root may read everything");
    Project project = tree.project();
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(project.problems()).isEmpty();
    assertThat(project.notes()).anyMatch(note -> note.contains("closed"));
  }

  @Test
  void aNameThatIsNoTextIsAProblem() throws IOException, InterruptedException {
    run("sh", "-c", "printf 'FROM a' > \"$0/Dockerfile.$(printf '\\377')\"", folder.toString());
    assertProblem("Dockerfile.\uFFFD", Kind.NAME);
    assertThat(tree.project().notes())
        .singleElement()
        .asString()
        .startsWith("Names passed over ")
        .contains(": 1; ");
  }

  @Test
  void whatNeedNotBeReadIsOnlyNoted() throws IOException {
    Files.write(folder.resolve(".env"), new byte[] {1, 0, 2});
    Files.write(folder.resolve("install.sh"), new byte[] {1, 0, 2});
    tree.folder("a/.env").composeFiles("a/compose.yaml").file("b/compose.yaml", "include: [../a]");
    Project project = tree.project();
    assertThat(project.problems()).isEmpty();
    assertThat(project.notes()).hasSize(2).allMatch(note -> note.contains("holds no text"));
    assertThat(project.envFiles()).isEmpty();
    assertThat(project.scripts()).isEmpty();
  }

  @Test
  void linksThatGoRoundInFoldersAreNotFollowed() throws IOException {
    tree.link("ok/up", "..").link("ok/self", ".");
    Project project =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> tree.project());
    assertThat(project.problems()).isEmpty();
    assertThat(Tree.dockerfiles(project)).containsExactly("ok/Dockerfile");
  }

  @Test
  void aLinkWithinTheProjectIsReadUnlessItsTargetIs() throws IOException {
    tree.link("Dockerfile", "ok/Dockerfile")
        .file("images/web.txt", "FROM nginx")
        .link("images/Dockerfile", "web.txt");
    Project project = tree.project();
    assertThat(Tree.dockerfiles(project)).containsExactly("images/Dockerfile", "ok/Dockerfile");
    assertThat(project.problems()).isEmpty();
  }

  @Test
  void foldersMayLieDeep() throws IOException {
    String path = "d/".repeat(900) + "Dockerfile";
    tree.dockerfiles(path);
    assertThat(Tree.dockerfiles(tree.project())).containsExactly(path, "ok/Dockerfile");
  }

  @Test
  void aBuildContextOutsideOfTheProjectIsAProblemWhereItIsWritten() throws IOException {
    tree.file("compose.yaml", "services:", "  web:", "    build: ../other");
    assertThat(tree.project().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.OUTSIDE);
              assertThat(problem.range()).hasToString("compose.yaml:3:12");
              assertThat(problem.message()).startsWith("'../other' lies outside");
            });
    assertThat(tree.project().builds())
        .singleElement()
        .satisfies(build -> assertThat(build.context()).isEmpty());
  }

  @Test
  void whatComposeNamesInImpossibleWaysIsPassedOver() throws IOException {
    tree.file(
        "compose.yaml",
        "services:",
        "  a: {build: {context: \"x\\0y\", dockerfile: \"\\0\"}}",
        "  b: {build: {context: ok, dockerfile: ../../../etc/passwd}}",
        "  c: {build: {context: https://example.com/repository.git}}",
        "  d: {build: {context: 'ok/${UNKNOWN}'}}",
        "  e: {build: {context: ok/Dockerfile}}");
    Project project = tree.project();
    assertThat(project.builds()).hasSize(5).allMatch(build -> build.dockerfile().isEmpty());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assumeTrue(new ProcessBuilder(command).start().waitFor() == 0);
  }
}
