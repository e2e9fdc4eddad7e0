package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingBuildTarget implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3004", "missing-build-target")
        .summary("A compose file builds a stage that its Dockerfile does not have")
        .why(
            """
            `docker compose build` ends with `target stage could not be found`. Names of stages are the same in upper
            and lower case.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM example.com/base:1 AS runtime
            ==> compose.yaml <==
            services:
              api:
                build:
                  context: .
                  target: production
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM example.com/base:1 AS runtime
            ==> compose.yaml <==
            services:
              api:
                build:
                  context: .
                  target: runtime
            """)
        .references("https://docs.docker.com/reference/compose-file/build/#target");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.builds().stream()
        .filter(build -> build.dockerfile().isPresent() && build.stage().isEmpty())
        .flatMap(this::check);
  }

  private Stream<Finding> check(ServiceBuild build) {
    return build.service().build().flatMap(own -> own.target()).filter(Scalar::isKnown).stream()
        .filter(target -> build.dockerfile().orElseThrow().accepted())
        .map(
            target ->
                finding(
                        target,
                        "'%s' has no stage '%s'; name one that is there",
                        build.dockerfile().orElseThrow().source().path(),
                        target.text())
                    .notFixedBecause("only a person knows which stage is meant"));
  }
}
