package io.github.dockeraudit.rules.project.performance;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingDockerignore implements ProjectRule {

  private static final RuleInfo INFO =
      rule("DA3201", "missing-dockerignore")
          .severity(WARNING)
          .summary("The whole build context is copied and no ignore file leaves anything out")
          .why(
              """
              Without an ignore file everything in the folder is sent to the builder and copied into
              the image: the history in `.git`, secrets in `.env`, dependencies and artefacts built
              on the host. Each change to any of them also makes the layer, and all after it, be
              built anew.
              """)
          .bad(
              """
              ==> Dockerfile <==
              FROM node:22-slim
              WORKDIR /app
              COPY . .
              CMD ["node", "server.js"]
              ==> server.js <==
              """)
          .good(
              """
              ==> .dockerignore <==
              .git
              .env
              node_modules
              ==> Dockerfile <==
              FROM node:22-slim
              WORKDIR /app
              COPY . .
              CMD ["node", "server.js"]
              ==> server.js <==
              """)
          .references("https://docs.docker.com/build/concepts/context/#dockerignore-files")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .filter(file -> isWithoutIgnoreFile(file, project))
        .flatMap(file -> wholeContext(file).stream())
        .map(source -> finding(source, "This copies the whole folder; add a .dockerignore"));
  }

  /** Of a single file that is audited without its folder nothing is known. */
  private static boolean isWithoutIgnoreFile(Dockerfile file, Project project) {
    return project.contexts(file).stream()
        .filter(context -> project.tree().isListed(context.folder()))
        .anyMatch(context -> context.ignoreFile().isEmpty());
  }

  private static Optional<Word> wholeContext(Dockerfile file) {
    return file.instructions().stream()
        .flatMap(instruction -> ContextCopy.of(instruction).stream())
        .flatMap(copy -> copy.wholeContext().stream())
        .findFirst();
  }
}
