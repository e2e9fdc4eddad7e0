package io.github.dockeraudit.rules.compose.maintainability;

import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.Leftover;
import io.github.dockeraudit.facts.service.Leftover.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnusedNetwork implements ProjectRule {

  private static final RuleInfo INFO =
      rule("DA2304", "unused-network")
          .severity(WARNING)
          .summary("A network is declared that no service uses")
          .why(
              """
              Compose does not even create it. Either it is left over, or somebody believes that a service has it, and
              it has not.
              """)
          .bad(
              """
              services:
                api:
                  image: example.com/api:1.4
                  networks:
                    - front
              networks:
                front:
                  driver: bridge
                back:
                  driver: bridge
              """)
          .good(
              """
              services:
                api:
                  image: example.com/api:1.4
                  networks:
                    - front
              networks:
                front:
                  driver: bridge
              """)
          .fix(SOMETIMES)
          .references("https://docs.docker.com/reference/compose-file/networks/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Project project) {
    return Leftover.in(project, Kind.NETWORK)
        .map(
            leftover ->
                finding(
                        leftover.resource(),
                        "No service uses '%s'; remove it",
                        leftover.resource().name())
                    .mendedBy(leftover::remedy));
  }
}
