package io.github.dockeraudit.rules.project.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.IgnoreDraft;
import io.github.dockeraudit.facts.command.ArchivedContext;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingDockerignore implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3201", "missing-dockerignore")
        .summary("The whole build context is copied and no ignore file leaves anything out")
        .why(
            """
            Without an ignore file everything in the folder is sent to the builder and copied into the image: the
            history in `.git`, secrets in `.env`, dependencies and artefacts built on the host. Each change to any of
            them also makes the layer, and all after it, be built anew.

            Silent where a command of the project builds from an archive, as with `git archive HEAD | docker build -`.

            The fix writes an ignore file that lets in all that the Dockerfiles built in the folder copy by name, and
            what they copy with the folder unless they make it anew.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM node:22-slim
            WORKDIR /app
            COPY . .
            RUN npm ci
            CMD ["node", "server.js"]
            ==> package.json <==
            {}
            ==> server.js <==
            """)
        .good(
            """
            ==> .dockerignore <==
            # Version control
            .git
            # Secrets
            **/.env
            **/.env.local
            **/.env.*.local
            **/*.key
            **/*.pem
            # What builds and tools make
            node_modules
            # What only builds and starts images
            .dockerignore
            Dockerfile*
            # Editors and logs
            .idea
            .vscode
            *.iml
            **/.DS_Store
            *.log
            ==> Dockerfile <==
            FROM node:22-slim
            WORKDIR /app
            COPY . .
            RUN npm ci
            CMD ["node", "server.js"]
            ==> package.json <==
            {}
            ==> server.js <==
            """)
        .fixedAlways()
        .references("https://docs.docker.com/build/concepts/context/#dockerignore-files");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(file -> check(file, project).stream());
  }

  private Optional<Finding> check(Dockerfile file, Project project) {
    return ContextCopy.wholeContextOf(file)
        .filter(source -> !ArchivedContext.isBuiltIn(project))
        .flatMap(
            source -> {
              List<BuildContext> contexts = withoutIgnoreFile(file, project);
              return contexts.isEmpty()
                  ? Optional.empty()
                  : Optional.of(judge(source, contexts, file, project));
            });
  }

  private Finding judge(
      Word source, List<BuildContext> contexts, Dockerfile file, Project project) {
    String folder = contexts.get(0).folder();
    Finding finding =
        folder.equals(".")
            ? finding(source, "This copies the whole folder; add a .dockerignore")
            : finding(source, "This copies all of '%s'; add a .dockerignore there", folder);
    return finding.mendedBy(() -> IgnoreDraft.remedy(project, contexts, file));
  }

  /** Of a single file that is audited without its folder nothing is known. */
  private static List<BuildContext> withoutIgnoreFile(Dockerfile file, Project project) {
    return project.contexts(file).stream()
        .filter(context -> project.tree().isListed(context.folder()))
        .filter(context -> context.ignoreFile().isEmpty())
        .toList();
  }
}
