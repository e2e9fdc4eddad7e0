package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class WholeContextCopy implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1154", "whole-context-copy")
        .offByDefault()
        .summary("All of the build context is copied into a shipped image")
        .why(
            """
            `COPY . .` takes what lies there: keys, `.env` files, `.git`, test data. `.dockerignore` keeps out what
            somebody has thought of; naming what the image needs keeps out all else.
            """)
        .bad(
            """
            FROM node:24-alpine
            COPY . /app
            CMD ["node", "/app/server.js"]
            """)
        .good(
            """
            FROM node:24-alpine
            COPY package.json server.js /app/
            CMD ["node", "/app/server.js"]
            """)
        .aliases("sonar:S6470")
        .references("https://docs.docker.com/build/concepts/context/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> project.stagesInImages(file).stream())
        .flatMap(stage -> ContextCopy.in(stage).stream())
        .flatMap(copy -> copy.wholeContext().stream())
        .map(
            source ->
                finding(
                    source, "This ships whatever lies in the build context; name what is needed"));
  }
}
