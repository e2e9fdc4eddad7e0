package io.github.dockeraudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.source.Source;
import org.junit.jupiter.api.Test;

class FindingTest {

  private static final RuleInfo RULE =
      RuleInfo.warning("DA1303", "unpinned-package")
          .aliases("hadolint:DL3008", "hadolint:DL3013", "kics:a", "kics:b", "sonar:S1")
          .build();

  private final Finding finding =
      new Finding(RULE, Severity.INFO, Source.of("Dockerfile", "RUN true").range(0, 3), "message");

  @Test
  void isKnownByAllAliasesOfItsRule() {
    assertThat(finding.aliases()).isEqualTo(RULE.aliases());
  }

  @Test
  void isKnownToAToolByTheIdsOfItsOwnAndToOthersByAll() {
    assertThat(finding.knownAs("hadolint:DL3013").aliases())
        .containsExactly("hadolint:DL3013", "kics:a", "kics:b", "sonar:S1");
    assertThat(finding.knownAs("hadolint:DL3013", "kics:b").aliases())
        .containsExactly("hadolint:DL3013", "kics:b", "sonar:S1");
  }

  @Test
  void staysKnownWithAnotherSeverityAndAFix() {
    assertThat(
            finding
                .knownAs("hadolint:DL3013")
                .withSeverity(Severity.ERROR)
                .notFixedBecause("it cannot be")
                .aliases())
        .doesNotContain("hadolint:DL3008");
  }

  @Test
  void cannotBeKnownAsWhatItsRuleIsNot() {
    assertThatThrownBy(() -> finding.knownAs("hadolint:DL3009"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unpinned-package")
        .hasMessageContaining("hadolint:DL3009");
  }
}
