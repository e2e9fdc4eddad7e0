package io.github.dockeraudit.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTest {

  private static final Ruleset RULES = Ruleset.load(RoundTest.class.getClassLoader());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void whatEachServiceAddsToANewSectionIsAddedAtOnce(String ending) throws IOException {
    String compose =
        """
        services:
          new:
            image: postgres:18
          old:
            image: postgres:16
          third:
            image: mysql:8.4
        """;
    Round round = round("missing-data-volume", compose.replace("\n", ending));
    assertThat(round.fixes()).hasSize(3);
    assertThat(text(round))
        .endsWith(
            String.join(
                ending, "volumes:", "  new-data: {}", "  old-data: {}", "  third-data: {}", ""))
        .containsOnlyOnce(ending + "volumes:");
  }

  @Test
  void whatIsAddedToASectionThatIsThereNeedsNoOther() throws IOException {
    Round round =
        round(
            "missing-data-volume",
            """
            services:
              new:
                image: postgres:18
              old:
                image: postgres:16
            volumes:
              other: {}
            """);
    assertThat(round.fixes()).hasSize(2);
    assertThat(text(round)).endsWith("volumes:\n  other: {}\n  new-data: {}\n  old-data: {}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "      - SYS_ADMIN\n      - NET_RAW\n      - SYS_PTRACE\n",
        "      - NET_RAW\n      - SYS_ADMIN\n      - SYS_PTRACE\n",
        "      - SYS_ADMIN\n      - SYS_PTRACE\n      - NET_RAW\n"
      })
  void itemsAreTakenOutAtOnceIfOthersAreLeft(String items) throws IOException {
    Round round = round("dangerous-capability", capabilities(items));
    assertThat(round.fixes()).hasSize(2);
    assertThat(text(round)).isEqualTo(capabilities("      - NET_RAW\n"));
  }

  @Test
  void theLastItemIsNotTakenOutTogetherWithTheOthers() throws IOException {
    Round round =
        round("dangerous-capability", capabilities("      - SYS_ADMIN\n      - SYS_PTRACE\n"));
    assertThat(round.fixes()).hasSize(1);
    assertThat(text(round)).isEqualTo(capabilities("      - SYS_PTRACE\n"));
  }

  private static String capabilities(String items) {
    return "services:\n  a:\n    image: example.com/a:1\n    cap_add:\n" + items;
  }

  private Round round(String rule, String compose) throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), compose);
    Auditor auditor = new Auditor(RULES.where(info -> info.name().equals(rule)));
    Audit audit =
        Auditor.mended(
            auditor.audit(Discovery.of(folder).today(LocalDate.of(2026, 11, 22)).discover()));
    return Round.of(audit, audit.findings(), Set.of());
  }

  private static String text(Round round) {
    return round.apply().get("compose.yaml").after().text();
  }
}
