package io.github.dockeraudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.dockerfile.Dockerfile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesetTest {

  private final Rule user = rule("DA1103", "missing-user", "trivy:DS-0002", "kics:missing-user");
  private final Rule root = rule("DA1102", "root-user", "trivy:DS-0002");
  private final Ruleset rules = Ruleset.of(List.of(user, root));

  @Test
  void rulesComeInTheOrderOfTheirIds() {
    assertThat(rules.rules()).containsExactly(root, user);
  }

  @Test
  void aRuleIsFoundByIdNameAndAliasInAnyCase() {
    assertThat(rules.called("da1103")).containsExactly(user);
    assertThat(rules.called("Missing-User")).containsExactly(user);
    assertThat(rules.called("kics:missing-user")).containsExactly(user);
  }

  @Test
  void anAliasMayStandForSeveralRules() {
    assertThat(rules.called("DS-0002")).containsExactly(root, user);
    assertThat(rules.called("trivy:ds-0002")).containsExactly(root, user);
  }

  @Test
  void nobodyIsCalledSomethingElse() {
    assertThat(rules.called("DA9999")).isEmpty();
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    Rule twin = rule("DA1104", "missing-user");
    assertThatThrownBy(() -> Ruleset.of(List.of(user, twin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing-user");
  }

  @Test
  void categoryAndSubjectAreReadOffTheId() {
    assertThat(user.info().subject()).isEqualTo(Subject.DOCKERFILE);
    assertThat(user.info().category()).isEqualTo(Category.SECURITY);
  }

  private static Rule rule(String id, String name, String... aliases) {
    RuleInfo info = RuleInfo.rule(id, name).aliases(aliases).since("1.0.0");
    return new DockerfileRule() {
      @Override
      public RuleInfo info() {
        return info;
      }

      @Override
      public Stream<Finding> check(Dockerfile file) {
        return Stream.empty();
      }
    };
  }
}
