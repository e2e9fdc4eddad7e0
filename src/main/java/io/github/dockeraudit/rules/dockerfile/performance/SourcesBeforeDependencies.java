package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.LateInstall;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.reorder.Reordering;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SourcesBeforeDependencies implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1201", "sources-before-dependencies")
        .summary("Sources are copied before the dependencies are installed")
        .why(
            """
            Docker reuses the layer of a `RUN` only as long as every layer before it is the same. Sources change with
            every commit, so an install after them downloads everything again each time. Copy only the files that name
            the dependencies, install, and copy the sources then: the install is repeated only when a dependency
            changes.

            Maven and Gradle need a step of their own for that, such as `mvn dependency:go-offline`; so do `cargo fetch`
            and `dotnet restore`.

            Silent where the dependencies were installed before the sources come, in this stage or in one that it builds
            on, and where the install keeps its downloads in a cache mount.
            """)
        .bad(
            """
            ==> .dockerignore <==
            node_modules
            ==> Dockerfile <==
            FROM node:22-slim
            WORKDIR /app
            COPY . .
            RUN npm ci
            CMD ["node", "server.js"]
            ==> package-lock.json <==
            {}
            ==> package.json <==
            {}
            """)
        .good(
            """
            ==> .dockerignore <==
            node_modules
            ==> Dockerfile <==
            FROM node:22-slim
            WORKDIR /app
            COPY package.json package-lock.json ./
            RUN npm ci
            COPY . .
            CMD ["node", "server.js"]
            ==> package-lock.json <==
            {}
            ==> package.json <==
            {}
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/build/cache/optimize/#order-your-layers");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> LateInstall.in(file).stream().map(late -> judge(late, file, project)));
  }

  private Finding judge(LateInstall late, Dockerfile file, Project project) {
    return finding(late.sources(), message(late), late.install().title())
        .mendedBy(() -> installFirst(late, file, project));
  }

  private static Remedy installFirst(LateInstall late, Dockerfile file, Project project) {
    String title = "Copy the sources after '%s'".formatted(late.install().title());
    Reordering.Attempt attempt = Reordering.of(late, file, project);
    return attempt
        .reordering()
        .map(to -> new Remedy(title, !to.isSure(), to.edits()))
        .orElseGet(() -> Remedy.none(attempt.obstacle()));
  }

  /** What also builds has to run again after every change, but not to download again. */
  private static String message(LateInstall late) {
    String withManifest =
        late.install().alsoBuilds()
            ? "'%%s' downloads all again after a change; copy %s and fetch what it names first"
            : "'%%s' runs again after every change; copy %s first and the sources after it";
    return late.install()
        .manifest()
        .map(withManifest::formatted)
        .orElse("'%s' runs again after every change; copy the sources after it");
  }
}
