package io.github.dockeraudit.rules.project.correctness;

import static io.github.dockeraudit.rule.Severity.ERROR;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.project.FileProblem;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnusableFile implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3001", "unusable-file")
        .summary("A file that belongs to the build cannot be read")
        .why(
            """
            A link that leads to nothing, a folder called `Dockerfile` or a file without read permission ends the build,
            and what is in it was not audited. A file that is only too large or out of reach is told as a warning:
            Docker may be able to use it, but nothing is known of it here.
            """)
        .bad(
            """
            ==> compose.yaml <==
            services:
              shop:
                build: ../shop
            """)
        .good(
            """
            ==> compose.yaml <==
            services:
              shop:
                build: shop
            ==> shop/Dockerfile <==
            FROM nginx:1.27
            """);
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.problems().stream()
        .map(
            problem -> finding(problem, "%s", problem.message()).withSeverity(severityOf(problem)));
  }

  private static Severity severityOf(FileProblem problem) {
    return switch (problem.kind()) {
      case FOLDER, SPECIAL, DANGLING_LINK, BINARY, UNREADABLE -> ERROR;
      case OUTSIDE, TOO_LARGE, NAME -> WARNING;
    };
  }
}
