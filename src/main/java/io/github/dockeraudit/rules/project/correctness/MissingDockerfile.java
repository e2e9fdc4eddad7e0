package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Build;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Located;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingDockerfile implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3003", "missing-dockerfile")
        .summary("A compose file builds from a Dockerfile that is not there")
        .why(
            """
            `docker compose build` ends with `failed to read dockerfile`. A path below `build` is relative to the build
            context, not to the compose file. Silent if the context itself is not there: something may make it.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM example.com/base:1
            ==> compose.yaml <==
            services:
              api:
                build:
                  context: .
                  dockerfile: Dockerfile.api
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM example.com/base:1
            ==> compose.yaml <==
            services:
              api:
                build:
                  context: .
                  dockerfile: Dockerfile
            """)
        .references("https://docs.docker.com/reference/compose-file/build/#dockerfile");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.builds().stream()
        .filter(build -> build.dockerfile().isEmpty() && isFolder(build, project))
        .flatMap(build -> missing(build, project).stream().map(path -> finding(build, path)));
  }

  private static boolean isFolder(ServiceBuild build, Project project) {
    return build.context().filter(context -> project.tree().isListed(context.folder())).isPresent();
  }

  private static Optional<String> missing(ServiceBuild build, Project project) {
    return build.dockerfilePath().filter(path -> project.tree().at(path) == Entry.MISSING);
  }

  private Finding finding(ServiceBuild build, String path) {
    return finding(
            place(build.service().build().orElseThrow()),
            "There is no '%s'; correct the path, which is relative to the build context",
            path)
        .notFixedBecause("only a person knows which file is meant");
  }

  private static Located place(Build build) {
    return build.dockerfile().or(build::context).map(Located.class::cast).orElse(build);
  }
}
