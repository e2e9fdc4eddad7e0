package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.mojo.LogLine.Level;
import io.github.dockeraudit.project.Discovery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LastAuditTest {

  private static final Outcome OUTCOME =
      new Outcome(
          List.of(new LogLine(Level.INFO, ""), new LogLine(Level.ERROR, "caf\u00E9 \uD83D ^")),
          Optional.of("1 violation\nmore"));

  @TempDir Path folder;
  private Path reports;

  @BeforeEach
  void auditAProject() throws IOException {
    reports = folder.resolve("target/docker-audit");
    write("Dockerfile", "FROM alpine:3.22\n");
    write("compose.yaml", "services: {web: {build: ., env_file: web.env}}\n");
    write(".env", "TAG=1\n");
    write("web/run.sh", "echo\n");
    write("web/src/Main.java", "class Main {}\n");
    Files.createDirectories(reports);
    audit();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private LastAudit last() {
    return last("key");
  }

  private LastAudit last(String key) {
    return new LastAudit(reports, Optional.of(key.getBytes(StandardCharsets.UTF_8)));
  }

  private void audit() throws IOException {
    Disk disk = new Disk();
    Discovery.of(folder).disk(disk).discover();
    disk.write(reports.resolve("audit.json"), new byte[] {'{', '}'});
    last().keep(disk, OUTCOME);
    assertThat(last().ifUpToDate()).as("right after the audit").isPresent();
  }

  private void assertUpToDate(boolean expected) {
    assertThat(last().ifUpToDate().isPresent()).isEqualTo(expected);
  }

  @Test
  void nothingIsLeftBesideTheRecord() throws IOException {
    try (var files = Files.list(reports)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("audit.json", LastAudit.NAME);
    }
  }

  @Test
  void theOutcomeIsRepeated() {
    Outcome outcome = last().ifUpToDate().orElseThrow();
    assertThat(outcome).isEqualTo(OUTCOME);
    RememberingLog log = new RememberingLog(new SystemStreamLog());
    assertThatThrownBy(() -> outcome.repeat(log))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("1 violation\nmore");
    assertThat(log.lines()).contains(OUTCOME.lines());
  }

  @Test
  void theSameAuditIsWrittenTheSame() throws IOException {
    byte[] record = Files.readAllBytes(reports.resolve(LastAudit.NAME));
    audit();
    assertThat(Files.readAllBytes(reports.resolve(LastAudit.NAME))).isEqualTo(record);
  }

  @Test
  void aFileThatIsReadCountsByItsContent() throws IOException {
    write("Dockerfile", "FROM alpine:3.21\n");
    assertUpToDate(false);
    write("Dockerfile", "FROM alpine:3.22\n");
    assertUpToDate(true);
  }

  @Test
  void aFileThatIsNotReadCountsByItsName() throws IOException {
    write("web/src/Main.java", "class Main { int i; }\n");
    assertUpToDate(true);
    write("web/src/Other.java", "class Other {}\n");
    assertUpToDate(false);
  }

  @Test
  void whatTheBuildMakesDoesNotCount() throws IOException {
    write("target/classes/Main.class", "");
    assertUpToDate(true);
  }

  @Test
  void anOverrideThatAppearsCounts() throws IOException {
    write("compose.override.yaml", "services: {web: {restart: always}}\n");
    assertUpToDate(false);
  }

  @Test
  void variablesCount() throws IOException {
    write(".env", "TAG=2\n");
    assertUpToDate(false);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void thePermissionToExecuteAScriptCounts() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("web/run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertUpToDate(false);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theTargetOfALinkCounts() throws IOException {
    write("one.txt", "FROM alpine:3.22\n");
    write("two.txt", "FROM alpine:3.22\n");
    Path link = Files.createSymbolicLink(folder.resolve("Dockerfile.dev"), Path.of("one.txt"));
    audit();
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("two.txt"));
    assertUpToDate(false);
  }

  @Test
  void aFileThatIsGoneCounts() throws IOException {
    Files.delete(folder.resolve("compose.yaml"));
    assertUpToDate(false);
  }

  @Test
  void aReportMustBeThereAsItWasWritten() throws IOException {
    Path report = reports.resolve("audit.json");
    Files.writeString(report, "[]");
    assertUpToDate(false);
    Files.delete(report);
    assertUpToDate(false);
    Files.writeString(report, "{}");
    assertUpToDate(true);
  }

  @Test
  void anotherKeyIsAnotherAudit() {
    assertThat(last("other").ifUpToDate()).isEmpty();
    assertThat(new LastAudit(reports, Optional.empty()).ifUpToDate()).isEmpty();
  }

  @Test
  void withoutAKeyNothingIsKept() throws IOException {
    Files.delete(reports.resolve(LastAudit.NAME));
    new LastAudit(reports, Optional.empty()).keep(new Disk(), OUTCOME);
    assertThat(reports.resolve(LastAudit.NAME)).doesNotExist();
  }

  @Test
  void whatCannotBeKeptIsNoError() throws IOException {
    write("file", "");
    new LastAudit(folder.resolve("file"), Optional.of(new byte[0])).keep(new Disk(), OUTCOME);
    assertThat(folder.resolve("file")).isEmptyFile();
  }

  @Test
  void aDamagedRecordIsNotBelieved() throws IOException {
    Path file = reports.resolve(LastAudit.NAME);
    byte[] record = Files.readAllBytes(file);
    for (int i = 0; i < record.length; i++) {
      record[i] ^= 0x41;
      Files.write(file, record);
      assertThat(last().ifUpToDate()).as("byte %d changed", i).isEmpty();
      record[i] ^= 0x41;
    }
    for (int length = 0; length < record.length; length++) {
      Files.write(file, Arrays.copyOf(record, length));
      assertThat(last().ifUpToDate()).as("cut after %d bytes", length).isEmpty();
    }
    Files.write(file, new byte[5_000_000]);
    assertUpToDate(false);
    Files.write(file, record);
    assertUpToDate(true);
  }
}
