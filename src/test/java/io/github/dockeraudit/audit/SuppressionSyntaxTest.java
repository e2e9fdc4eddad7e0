package io.github.dockeraudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.SuppressionSyntax.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionSyntaxTest {

  @Test
  void namesRulesAndAReason() {
    SuppressionSyntax syntax =
        SuppressionSyntax.of("# docker-audit ignore=missing-user, DA1304 -- a sandbox of its own")
            .orElseThrow();
    assertThat(syntax.labels()).containsExactly("missing-user", "DA1304");
    assertThat(syntax.reason()).isEqualTo("a sandbox of its own");
    assertThat(syntax.reach()).isEqualTo(Reach.BY_PLACE);
  }

  @Test
  void aReasonIsNotRequired() {
    assertThat(SuppressionSyntax.of("docker-audit ignore=sudo-in-run").orElseThrow().reason())
        .isEmpty();
  }

  @Test
  void hadolintsFormMeansItsOwnRules() {
    assertThat(SuppressionSyntax.of("# hadolint ignore=DL3006,SC2086").orElseThrow().labels())
        .containsExactly("hadolint:DL3006", "hadolint:SC2086");
  }

  @Test
  void hadolintsGlobalFormMeansTheFile() {
    assertThat(SuppressionSyntax.of("# hadolint global ignore=DL3006").orElseThrow().reach())
        .isEqualTo(Reach.FILE);
  }

  @Test
  void hadolintsStageFormMeansTheStage() {
    assertThat(SuppressionSyntax.of("# hadolint stage ignore=DL3006").orElseThrow().reach())
        .isEqualTo(Reach.STAGE);
  }

  @Test
  void hadolintsRemarksNameNoRules() {
    assertThat(
            SuppressionSyntax.of("# hadolint ignore = DL3006 , DL3008 # as DL3007 says")
                .orElseThrow()
                .labels())
        .containsExactly("hadolint:DL3006", "hadolint:DL3008");
  }

  @Test
  void buildKitsFormMeansItsChecks() {
    assertThat(
            SuppressionSyntax.of("# check=skip=StageNameCasing,FromAsCasing;error=true")
                .orElseThrow()
                .labels())
        .containsExactly("buildkit:StageNameCasing", "buildkit:FromAsCasing");
    assertThat(SuppressionSyntax.of("# check=error=true;skip=all").orElseThrow().labels())
        .containsExactly("buildkit:*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# just a comment",
        "# docker-audit ignore",
        "# docker-audit ignore=",
        "# docker-audit ignore= -- a reason alone",
        "# hadolint shell=bash",
        "# check=error=true",
        "# syntax=docker/dockerfile:1"
      })
  void otherCommentsAcceptNothing(String comment) {
    assertThat(SuppressionSyntax.of(comment)).isEmpty();
  }
}
