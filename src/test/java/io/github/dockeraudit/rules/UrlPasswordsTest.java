package io.github.dockeraudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Gives every address in the cases of a rule a password, which the rule must not repeat. */
class UrlPasswordsTest {

  private static final String SECRET = "hunter2Zq9";

  @TestFactory
  Stream<DynamicNode> noRuleRepeatsThePasswordOfAnAddress() {
    return Ruleset.load(Rule.class.getClassLoader()).rules().stream()
        .map(rule -> dynamicTest(rule.info().name(), () -> assertKeepsSecret(rule)));
  }

  private static void assertKeepsSecret(Rule rule) {
    for (Fixture fixture : Fixture.of(rule)) {
      Specimen withPasswords =
          fixture.specimen().with(text -> text.replace("://", "://me:" + SECRET + "@"));
      assertThat(withPasswords.findings(fixture.configured(rule)))
          .as(fixture.name())
          .extracting(UrlPasswordsTest::said)
          .noneMatch(said -> said.contains(SECRET));
    }
  }

  private static String said(Finding finding) {
    return String.join(
        "\n",
        finding.message(),
        finding.fix().map(Fix::title).orElse(""),
        finding.obstacle().orElse(""));
  }
}
