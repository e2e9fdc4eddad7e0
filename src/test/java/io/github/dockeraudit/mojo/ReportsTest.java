package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @Test
  void aReasonThatIsNoUtf8IsReportedAllTheSame(@TempDir Path folder) throws IOException {
    Files.write(
        folder.resolve("Dockerfile"),
        "# docker-audit ignore=latest-image -- \u00FF\nFROM alpine:latest\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    Audit audit =
        new Auditor(Ruleset.load(Rule.class.getClassLoader()))
            .audit(Discovery.of(folder).discover());
    Surroundings around =
        new Surroundings(
            folder,
            "",
            folder,
            folder,
            Optional.empty(),
            List.of(),
            List.of(),
            LocalDate.EPOCH,
            Optional.empty(),
            false,
            "mvn fix");
    new Reports(
            EnumSet.of(ReportFormat.JSON), around, new SystemStreamLog(), line -> {}, new Disk())
        .write(audit, Severity.ERROR);
    assertThat(folder.resolve("audit.json")).content().contains("\"reason\": \"?\"");
  }
}
