package io.github.dockeraudit.rules;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.rule.FixPromise;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checks of compose files that are known in the field, each with our rules for it. */
class ComposeChecksTest {

  private static final Path TABLE = Path.of("src/test/resources/catalogue/compose-checks.csv");
  private static final Path FIXTURES = Path.of("src/test/resources/rules");

  private static final Map<String, RuleInfo> RULES =
      Ruleset.load(Rule.class.getClassLoader()).rules().stream()
          .map(Rule::info)
          .collect(toMap(RuleInfo::name, info -> info));

  /** The names of the rules for each check. */
  private static List<List<String>> checks() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .skip(1)
        .map(line -> List.of(line.substring(line.indexOf(',') + 1).split(" ")))
        .toList();
  }

  @Test
  void eachHasARule() throws IOException {
    assertThat(checks()).hasSize(34);
    assertThat(checks().stream().flatMap(List::stream)).allMatch(RULES::containsKey);
  }

  @Test
  void nearlyAllOfThemAreFixed() throws IOException {
    assertThat(checks().stream().filter(rules -> rules.stream().anyMatch(this::isFixed)))
        .as("of 34 checks")
        .hasSizeGreaterThanOrEqualTo(29);
  }

  /** A promise is not enough: some case of the rule must have been fixed. */
  private boolean isFixed(String rule) {
    try (Stream<Path> cases = Files.list(FIXTURES.resolve(rule))) {
      return RULES.get(rule).fix() != FixPromise.NEVER
          && cases.anyMatch(file -> file.getFileName().toString().endsWith(".fixed"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
