package io.github.dockeraudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Tries every rule on every case in its folder and compares with the goldens beside them. */
class RuleFixturesTest {

  @TestFactory
  Stream<DynamicNode> everyRuleSaysOfItsCasesWhatTheirGoldensSay() {
    return Ruleset.load(Rule.class.getClassLoader()).rules().stream()
        .map(rule -> dynamicContainer(rule.info().name(), cases(rule)));
  }

  private static Stream<DynamicNode> cases(Rule rule) {
    return Fixture.of(rule).stream()
        .map(fixture -> dynamicTest(fixture.name(), () -> compare(rule, fixture)));
  }

  private static void compare(Rule rule, Fixture fixture) throws Exception {
    Rule configured = fixture.configured(rule);
    Specimen before = fixture.specimen();
    Golden.holds(fixture.golden(), before.report(configured));
    Golden.holds(fixture.fixedGolden(), before.fixed(configured).changesSince(before));
  }

  @TestFactory
  Stream<DynamicNode> everyGoldenBelongsToACaseAndEveryFolderToARule() {
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader());
    return Fixture.folders().stream()
        .map(
            folder ->
                dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      assertThat(rules.called(folder.getFileName().toString())).hasSize(1);
                      assertThat(Fixture.orphans(folder)).isEmpty();
                    }));
  }
}
