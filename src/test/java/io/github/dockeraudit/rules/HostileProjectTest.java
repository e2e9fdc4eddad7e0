package io.github.dockeraudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a project is told by a finding: none breaks a rule, and none takes long. */
@Timeout(60)
class HostileProjectTest {

  @TempDir Path folder;

  @Test
  void aBinaryFile() throws IOException {
    Files.write(folder.resolve("Dockerfile"), new byte[10_000]);
    assertThat(audit()).containsExactly("Dockerfile:1 unusable-file");
  }

  @Test
  void aFileOf50Megabytes() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM alpine:3.22\n".repeat(3_000_000));
    assertThat(audit()).containsExactly("Dockerfile:1 unusable-file");
  }

  @Test
  void aFolder() throws IOException {
    Files.createDirectory(folder.resolve("Dockerfile"));
    assertThat(audit()).containsExactly("Dockerfile:1 unusable-file");
  }

  @Test
  void aDanglingLinkAndACircleOfLinks() throws IOException {
    Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("missing"));
    Files.createSymbolicLink(folder.resolve("compose.yaml"), Path.of("compose.yml"));
    Files.createSymbolicLink(folder.resolve("compose.yml"), Path.of("compose.yaml"));
    assertThat(audit()).contains("Dockerfile:1 unusable-file", "compose.yaml:1 unusable-file");
  }

  @Test
  void anUnreadableFile() throws IOException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM alpine:3.22\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root reads everything");
    assertThat(audit()).containsExactly("Dockerfile:1 unusable-file");
  }

  @Test
  void aBombOfAliases() throws IOException {
    StringBuilder bomb = new StringBuilder("x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
    for (int i = 1; i < 12; i++) {
      String list = ("*x" + (i - 1) + ", ").repeat(9) + "*x" + (i - 1);
      bomb.append("x%d: &x%d [%s]\n".formatted(i, i, list));
    }
    Files.writeString(folder.resolve("compose.yaml"), bomb + "services: {a: {image: *x11}}\n");
    assertThat(audit()).isNotEmpty().allMatch(finding -> finding.endsWith("invalid-compose-file"));
  }

  @Test
  void tenThousandLevelsOfYaml() throws IOException {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    Files.writeString(folder.resolve("compose.yaml"), "services: {a: {command: " + deep + "}}\n");
    assertThat(audit()).containsExactly("compose.yaml:1 invalid-compose-file");
  }

  @Test
  void circlesOfExtendsAndInclude() throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        include: [other.yaml]
        services:
          a: {extends: {service: b}}
          b: {extends: {service: a}}
        """);
    Files.writeString(folder.resolve("other.yaml"), "include: [compose.yaml]\n");
    assertThat(audit())
        .isNotEmpty()
        .filteredOn(finding -> !finding.endsWith("missing-developer-commands"))
        .allMatch(finding -> finding.endsWith("invalid-compose-file"));
  }

  @Test
  void aBuildContextOutsideOfTheProject() throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), "services: {a: {build: ../../..}}\n");
    assertThat(audit()).contains("compose.yaml:1 unusable-file");
  }

  @Test
  void tensOfThousandsOfPortsAndSecrets() throws IOException {
    StringBuilder text = new StringBuilder("services:\n  a:\n    image: alpine:3.22\n    ports:\n");
    for (int port = 1; port < 65_536; port += 2) {
      text.append("      - \"%d:80\"\n".formatted(port));
    }
    text.append("    environment:\n");
    for (int i = 0; i < 30_000; i++) {
      text.append("      PASSWORD_%d: hunter%d\n".formatted(i, i));
    }
    Files.writeString(folder.resolve("compose.yaml"), text);
    assertThat(audit()).hasSizeGreaterThan(30_000);
  }

  private List<String> audit() {
    Audit audit =
        new Auditor(Ruleset.load(Rule.class.getClassLoader()))
            .audit(Discovery.of(folder).today(Specimen.TODAY).discover());
    assertThat(audit.failures()).isEmpty();
    return audit.findings().stream()
        .filter(finding -> finding.rule().enabled())
        .map(
            finding ->
                "%s:%d %s"
                    .formatted(
                        finding.range().source(),
                        finding.range().from().line(),
                        finding.rule().name()))
        .toList();
  }
}
