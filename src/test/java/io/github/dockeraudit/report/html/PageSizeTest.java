package io.github.dockeraudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSizeTest {

  private static final int LIMIT = 1_000_000;

  @Test
  void thePageStaysBelowAMegabyteForAThousandFindings(@TempDir Path folder) throws IOException {
    StringBuilder services = new StringBuilder("services:\n");
    for (int i = 0; i < 250; i++) {
      services.append(
          """
            worker-%1$d:
              image: registry.example.com/team/worker:latest
              privileged: true
              volumes:
                - /var/run/docker.sock:/var/run/docker.sock
              environment:
                API_TOKEN: 8d1f0c7be2a94d0fb1c2-%1$d
          """
              .formatted(i)
              .indent(2));
    }
    Files.writeString(folder.resolve("compose.yaml"), services);
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader()).where(RuleInfo::enabled);
    Audit audit =
        Auditor.mended(
            new Auditor(rules)
                .audit(Discovery.of(folder).today(LocalDate.of(2026, 11, 22)).discover()));
    assertThat(audit.findings().size()).as("findings").isGreaterThanOrEqualTo(1000);
    StringBuilder page = new StringBuilder();
    new HtmlReporter("1.0.0").write(audit, page);
    int bytes = page.toString().getBytes(StandardCharsets.UTF_8).length;
    assertThat(bytes).isLessThan(LIMIT);
  }
}
