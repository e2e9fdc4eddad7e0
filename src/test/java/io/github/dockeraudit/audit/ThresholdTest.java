package io.github.dockeraudit.audit;

import static io.github.dockeraudit.rule.Severity.ERROR;
import static io.github.dockeraudit.rule.Severity.INFO;
import static io.github.dockeraudit.rule.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {

  private static final Source FILE = Source.of("Dockerfile", "FROM a\n");
  private static final RuleInfo RULE = RuleInfo.warning("DA1001", "some-fault").build();

  @Test
  void nothingFoundIsWithinEveryThreshold() {
    assertThat(new Threshold(INFO, 0).exceededBy(audit())).isEmpty();
  }

  @Test
  void milderFindingsDoNotCount() {
    assertThat(new Threshold(ERROR, 0).exceededBy(audit(WARNING, INFO))).isEmpty();
    assertThat(new Threshold(WARNING, 0).exceededBy(audit(WARNING, INFO))).isPresent();
  }

  @Test
  void asManyAsAllowedAreLetPass() {
    assertThat(new Threshold(ERROR, 2).exceededBy(audit(ERROR, ERROR))).isEmpty();
    assertThat(new Threshold(ERROR, 1).exceededBy(audit(ERROR, ERROR))).isPresent();
  }

  @Test
  void theMessageNamesTheGravestFirstWithTheirPlaces() {
    assertThat(new Threshold(WARNING, 0).exceededBy(audit(WARNING, ERROR)))
        .contains(
            """
            2 violations of severity WARNING or graver, none allowed:
              Dockerfile:1:1 DA1001 some-fault: of severity ERROR
              Dockerfile:1:1 DA1001 some-fault: of severity WARNING""");
  }

  @Test
  void ofManyViolationsTheMessageNamesTen() {
    Severity[] many = Collections.nCopies(12, ERROR).toArray(Severity[]::new);
    assertThat(new Threshold(ERROR, 0).exceededBy(audit(many)).orElseThrow())
        .endsWith("\n  and 2 more")
        .hasLineCount(12);
  }

  @Test
  void aNegativeNumberIsRefused() {
    assertThatThrownBy(() -> new Threshold(ERROR, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Audit audit(Severity... severities) {
    List<Finding> findings =
        Arrays.stream(severities)
            .map(
                severity ->
                    new Finding(RULE, severity, FILE.range(0, 4), "of severity " + severity))
            .toList();
    Project project = Project.of(Dockerfile.parse(FILE), LocalDate.of(2026, 11, 22));
    return new Audit(project, Ruleset.of(List.of()), findings, List.of(), List.of());
  }
}
