package io.github.dockeraudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {

  private static final String COMPOSE =
      """
      services:
        db:
          image: postgres:16
          ports:
            - "5432:5432"
        cache:
          image: redis:7
          ports:
            - "6379:6379"
      """;

  @TempDir Path folder;

  @Test
  void linesThatMoveKeepTheirs() throws IOException {
    Map<String, String> before = of("Dockerfile", "FROM alpine:3.20\nADD app.jar /\nUSER root\n");
    assertThat(
            of("Dockerfile", "# one more\n\nFROM alpine:3.20\nENV A=1\nADD app.jar /\nUSER root\n"))
        .isEqualTo(before);
    assertThat(of("Dockerfile", "FROM  alpine:3.20\r\nADD app.jar\t/\r\nUSER root"))
        .as("blanks and line endings")
        .isEqualTo(before);
  }

  @Test
  void anotherTextHasAnother() throws IOException {
    assertThat(of("Dockerfile", "FROM alpine:3.20\nUSER root\n").get("root-user 1"))
        .isNotEqualTo(of("Dockerfile", "FROM alpine:3.20\nUSER 0\n").get("root-user 1"));
  }

  @Test
  void theSameTextInAnotherServiceHasAnother() throws IOException {
    Map<String, String> both =
        of("compose.yaml", COMPOSE.replace("redis:7", "postgres:16").replace("6379", "5432"));
    Map<String, String> one = of("compose.yaml", COMPOSE);
    assertThat(both.get("published-data-port 1")).isEqualTo(one.get("published-data-port 1"));
    assertThat(both.get("published-data-port 2")).isNotEqualTo(both.get("published-data-port 1"));
  }

  @Test
  void aServiceInFrontChangesNothing() throws IOException {
    Map<String, String> before = of("compose.yaml", COMPOSE);
    Map<String, String> after =
        of(
            "compose.yaml",
            COMPOSE.replace(
                "services:\n", "services:\n  queue:\n    image: redis:7\n    privileged: true\n"));
    assertThat(after.values()).containsAll(before.values());
  }

  @Test
  void thoseThatAreAllTheSameAreNumbered() throws IOException {
    Map<String, String> twice =
        of("Dockerfile", "FROM alpine:3.20\nADD a.jar /\nADD a.jar /\nUSER 1\n");
    assertThat(twice.values()).doesNotHaveDuplicates();
    assertThat(twice)
        .containsEntry(
            "add-for-plain-copy 1",
            of("Dockerfile", "FROM alpine:3.20\nADD a.jar /\nUSER 1\n")
                .get("add-for-plain-copy 1"));
  }

  @Test
  void acceptingOneChangesNoOther() throws IOException {
    String open =
        of("Dockerfile", "FROM alpine:3.20\nADD a /\nADD a /\n").get("add-for-plain-copy 2");
    Map<String, String> accepted =
        of("Dockerfile", "FROM alpine:3.20\n# docker-audit ignore=DA1304\nADD a /\nADD a /\n");
    assertThat(accepted).containsEntry("add-for-plain-copy 1", open);
  }

  /** Else the digest of a short secret would tell whoever reads the report what it may be. */
  @Test
  void theValueOfASecretDoesNotCount() throws IOException {
    String text = "FROM alpine:3.20\nENV DB_PASSWORD=%s\nUSER 1\n";
    assertThat(of("Dockerfile", text.formatted("hunter2Zq9")))
        .isEqualTo(of("Dockerfile", text.formatted("correct-horse-Zq9")))
        .containsKey("secret-in-variable 1");
  }

  @Test
  void thePlaceAtTheEndOfAFileHasOne() throws IOException {
    assertThat(of("Dockerfile", "FROM alpine:3.20\n")).isNotEmpty();
    assertThat(of("compose.yaml", "services:\n")).isNotNull();
    assertThat(of("Dockerfile", "")).isNotNull();
  }

  /** By the name of the rule and a number of their own. */
  private Map<String, String> of(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    Audit audit =
        new Auditor(Ruleset.load(Rule.class.getClassLoader()).where(RuleInfo::enabled))
            .audit(Discovery.of(folder).today(LocalDate.of(2026, 9, 1)).discover());
    Map<Finding, String> fingerprints = Fingerprints.of(audit);
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> named = new TreeMap<>();
    for (Finding finding : audit.findings()) {
      String name = finding.rule().name();
      named.put(name + " " + counts.merge(name, 1, Integer::sum), fingerprints.get(finding));
    }
    Files.delete(folder.resolve(file));
    return named;
  }
}
