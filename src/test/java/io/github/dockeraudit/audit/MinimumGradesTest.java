package io.github.dockeraudit.audit;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimumGradesTest {

  private static final Source FILE = Source.of("Dockerfile", "FROM a\n");

  @Test
  void nothingAskedForIsAlwaysReached() {
    assertThat(minimum(0, null, Map.of()).missedBy(card(9))).isEmpty();
  }

  @Test
  void aMarkThatIsJustReachedPasses() {
    Scorecard card = card(2);
    assertThat(minimum(card.overall(), card.grade(), Map.of()).missedBy(card)).isEmpty();
    assertThat(minimum(card.overall() + 1, null, Map.of()).missedBy(card))
        .contains(
            "The score is %d, at least %d is asked for"
                .formatted(card.overall(), card.overall() + 1));
  }

  @Test
  void aGradeThatIsTooLowIsToldWithTheScoreThatItTakes() {
    Scorecard card = card(9);
    assertThat(minimum(0, Grade.A_PLUS, Map.of()).missedBy(card))
        .contains(
            "The grade is %s (%d), at least A+ (95) is asked for"
                .formatted(card.grade(), card.overall()));
  }

  @Test
  void anAspectIsToldWithWhatCostMost() {
    Scorecard card = card(4);
    Mark security = card.mark(Aspect.SECURITY);
    String message =
        minimum(0, null, Map.of(Aspect.SECURITY, Grade.A, Aspect.PERFORMANCE, Grade.A))
            .missedBy(card)
            .orElseThrow();

    assertThat(message.lines().toList())
        .hasSize(5)
        .startsWith(
            "Security is %s (%d), at least A (90) is asked for:"
                .formatted(security.grade(), security.score()))
        .endsWith("  and 1 more");
    assertThat(message)
        .containsPattern("\\n  Dockerfile:1:1 DA1100 fault costs \\d+\\.\\d points\\n");
  }

  @Test
  void aScoreThatNoneCanHaveIsRefused() {
    assertThatThrownBy(() -> minimum(101, null, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> minimum(-1, null, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MinimumGrades minimum(int score, Grade overall, Map<Aspect, Grade> aspects) {
    return new MinimumGrades(score, Optional.ofNullable(overall), aspects);
  }

  /** Of a project with so many rules broken in security. */
  private static Scorecard card(int rules) {
    List<Finding> findings =
        IntStream.range(0, rules)
            .mapToObj(i -> RuleInfo.warning("DA11%02d".formatted(i), "fault").build())
            .map(rule -> new Finding(rule, Severity.ERROR, FILE.range(0, 4), "fault"))
            .toList();
    Project project = Project.of(Dockerfile.parse(FILE), LocalDate.of(2026, 11, 22));
    return Scorecard.of(new Audit(project, Ruleset.of(List.of()), findings, List.of(), List.of()));
  }
}
