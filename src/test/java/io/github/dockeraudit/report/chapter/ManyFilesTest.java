package io.github.dockeraudit.report.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.report.html.HtmlReporter;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on a folder with many projects is one that can be read. */
class ManyFilesTest {

  private static final int FILES = 40;

  private static final String GOOD =
      """
      FROM alpine:3.22
      USER nobody
      HEALTHCHECK NONE
      CMD ["true"]
      """;

  private static final String POOR =
      """
      FROM alpine
      ADD run.sh /
      ENV API_TOKEN=8d1f0c7be2a94d0fb1c2
      CMD /run.sh
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (int i = 1; i <= FILES; i++) {
      Path project = Files.createDirectories(folder.resolve("project-%02d".formatted(i)));
      Files.writeString(project.resolve("Dockerfile"), i % 4 == 0 ? POOR : GOOD);
      Files.writeString(
          project.resolve("compose.yaml"),
          """
          services:
            app:
              image: registry.example.com/app:%1$d
              privileged: %2$s
          """
              .formatted(i, i % 4 == 0));
    }
  }

  @Test
  void onlyTheWorstAreToldOfInFull() throws IOException {
    String report = markdown();
    assertThat(report)
        .contains("Of 40 Dockerfiles, the 25 with the lowest marks follow in full.")
        .contains("Of 40 deployments, the 25 with the lowest marks follow in full.")
        .contains("| `project-01/Dockerfile`");
    for (int i = 4; i <= FILES; i += 4) {
      assertThat(report)
          .as("the heading of a poor one")
          .contains("### `project-%02d/Dockerfile`".formatted(i))
          .contains("### `project-%02d/compose.yaml`".formatted(i));
    }
    assertThat(sections(report, "dockerfile")).as("sections").isEqualTo(Glance.MOST_IN_FULL);
    assertThat(sections(report, "compose")).as("sections").isEqualTo(Glance.MOST_IN_FULL);
  }

  private static long sections(String report, String kind) {
    return Pattern.compile("<a id=\"" + kind + "-\\d+\">").matcher(report).results().count();
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    StringBuilder page = new StringBuilder();
    new HtmlReporter("1.0.0").write(audit(), page);
    Set<String> targets = found("href=\"#([^\"]+)\"", page);
    assertThat(targets).contains("dockerfile-1", "dockerfile-25", "compose-25");
    assertThat(found(" id=\"([^\"]+)\"", page)).containsAll(targets);
  }

  private static Set<String> found(String pattern, CharSequence page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map((MatchResult one) -> one.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void threadsMakeNoDifference() throws IOException {
    String first = markdown();
    for (int i = 0; i < 5; i++) {
      assertThat(markdown()).as("the report, made once more").isEqualTo(first);
    }
  }

  private String markdown() throws IOException {
    StringBuilder report = new StringBuilder();
    new MarkdownReporter("1.0.0").write(audit(), report);
    return report.toString();
  }

  private Audit audit() {
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader()).where(RuleInfo::enabled);
    return Auditor.mended(
        new Auditor(rules)
            .audit(Discovery.of(folder).today(LocalDate.of(2026, 11, 22)).discover()));
  }
}
