package io.github.dockeraudit.rules.dockerfile.performance;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.LateInstall;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SourcesBeforeDependencies implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1201", "sources-before-dependencies")
          .severity(WARNING)
          .summary("Sources are copied before the dependencies are installed")
          .why(
              """
              Docker reuses the layer of a `RUN` only as long as every layer before it is the same.
              Sources change with every commit, so an install after them downloads everything
              again each time. Copy only the files that name the dependencies, install, and copy
              the sources then: the install is repeated only when a dependency changes.

              Maven and Gradle need a step of their own for that, such as
              `mvn dependency:go-offline`; so do `cargo fetch` and `dotnet restore`.

              Silent where the dependencies were installed before the sources come, in this stage
              or in one that it builds on, and where the install keeps its downloads in a cache
              mount.
              """)
          .bad(
              """
              FROM node:22-slim
              WORKDIR /app
              COPY . .
              RUN npm ci
              CMD ["node", "server.js"]
              """)
          .good(
              """
              FROM node:22-slim
              WORKDIR /app
              COPY package.json package-lock.json ./
              RUN npm ci
              COPY . .
              CMD ["node", "server.js"]
              """)
          .references("https://docs.docker.com/build/cache/optimize/#order-your-layers")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return LateInstall.in(file).stream()
        .map(late -> finding(late.sources(), message(late), late.install().title()));
  }

  private static String message(LateInstall late) {
    return late.install()
        .manifest()
        .map(
            "'%%s' runs again after every change; copy %s first and the sources after it"
                ::formatted)
        .orElse("'%s' runs again after every change; copy the sources after it");
  }
}
