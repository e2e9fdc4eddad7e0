package io.github.dockeraudit.rules.compose.correctness;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.ERROR;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InvalidComposeFile implements ComposeRule {

  private static final RuleInfo INFO =
      rule("DA2001", "invalid-compose-file")
          .severity(ERROR)
          .summary("Compose refuses the file")
          .why(
              """
              Compose loads all files of a project or none: one wrong type, one service that is not
              there or one bad line of YAML, and nothing starts. Compose itself names the first
              fault at most; here each one is told at its place.
              """)
          .bad(
              """
              services:
                web:
                  image: nginx:1.27
                  depends_on:
                    - databse
                database:
                  image: postgres:16
              """)
          .good(
              """
              services:
                web:
                  image: nginx:1.27
                  depends_on:
                    - database
                database:
                  image: postgres:16
              """)
          .aliases("dclint:invalid-schema", "dclint:invalid-yaml")
          .references("https://docs.docker.com/reference/compose-file/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.problems().stream()
        .filter(Problem::isCertain)
        .map(problem -> finding(problem, "%s", problem.message()));
  }
}
