package io.github.dockeraudit.rules.compose.maintainability;

import static io.github.dockeraudit.rule.RuleInfo.rule;

import io.github.dockeraudit.facts.service.Leftover;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

/** What the rules about declarations that nothing uses have in common. */
final class Unused {

  private static final String EXAMPLE =
      """
      services:
        api:
          image: example.com/api:1.4
          %ss:
            - %s
      %ss:
        front:
          %s
      """;

  private static final String LEFT_OVER =
      """
        back:
          %s
      """;

  private Unused() {}

  /**
   * Describes one of the rules.
   *
   * @param thing what is declared: {@code network}
   * @param use how a service uses the one called {@code front}
   * @param declaration what stands below the names
   */
  static RuleInfo.Builder describe(String id, String thing, String use, String declaration) {
    String good = EXAMPLE.formatted(thing, use, thing, declaration);
    return RuleInfo.warning(id, "unused-" + thing)
        .summary("A %s is declared that no service uses".formatted(thing))
        .why(
            """
            Compose does not even create it. Either it is left over, or somebody believes that a service has it, and it
            has not.
            """)
        .bad(good + LEFT_OVER.formatted(declaration))
        .good(good)
        .fixedSometimes()
        .references("https://docs.docker.com/reference/compose-file/%ss/".formatted(thing));
  }

  /** The findings of one of the rules. */
  static Stream<Finding> check(Rule rule, Project project, Leftover.Kind kind) {
    return Leftover.in(project, kind)
        .map(
            leftover ->
                rule.finding(
                        leftover.resource(),
                        "No service uses '%s'; remove it",
                        leftover.resource().name())
                    .mendedBy(leftover::remedy));
  }
}
