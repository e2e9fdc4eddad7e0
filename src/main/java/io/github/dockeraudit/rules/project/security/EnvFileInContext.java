package io.github.dockeraudit.rules.project.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.SecretEnvFile;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class EnvFileInContext implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3102", "env-file-in-context")
        .summary("A copy of the whole folder takes the file with the secrets into the image")
        .why(
            """
            Whoever can pull the image can read the file, also if a later step deletes it. The ignore file keeps it out
            of the build; compose gives its values to the container when that starts.
            """)
        .bad(
            """
            ==> .dockerignore <==
            .git
            ==> .env.example <==
            POSTGRES_PASSWORD=
            ==> Dockerfile <==
            FROM example.com/base:1
            COPY . /app
            ==> compose.yaml <==
            services:
              api:
                build: .
            """)
        .good(
            """
            ==> .dockerignore <==
            .git
            .env
            ==> .env.example <==
            POSTGRES_PASSWORD=
            ==> Dockerfile <==
            FROM example.com/base:1
            COPY . /app
            ==> compose.yaml <==
            services:
              api:
                build: .
            """)
        .fixedAlways()
        .references("https://docs.docker.com/build/concepts/context/#dockerignore-files");
  }

  @Override
  public Stream<Finding> check(Project project) {
    List<SecretEnvFile> secrets = SecretEnvFile.in(project).toList();
    return secrets.isEmpty()
        ? Stream.empty()
        : project.dockerfiles().stream().flatMap(file -> check(file, secrets, project));
  }

  private Stream<Finding> check(Dockerfile file, List<SecretEnvFile> secrets, Project project) {
    return project.shippedStages(file).stream()
        .flatMap(stage -> wholeCopies(stage))
        .distinct()
        .flatMap(
            copy ->
                project.contexts(file).stream()
                    .flatMap(context -> secrets.stream().flatMap(e -> check(copy, e, context))));
  }

  private static Stream<Word> wholeCopies(Stage stage) {
    return stage.ancestors().stream()
        .flatMap(own -> ContextCopy.in(own).stream())
        .flatMap(copy -> copy.wholeContext().stream());
  }

  private Stream<Finding> check(Word copy, SecretEnvFile secret, BuildContext context) {
    return secret.lettingIn(context).stream()
        .map(
            ignore ->
                finding(
                        copy,
                        "This takes '%s' into the image, where secrets are kept; add it to %s",
                        secret.path(),
                        ignore.source().path())
                    .mendedBy(
                        () -> SecretEnvFile.ignored(ignore.source(), secret.inContext(context))));
  }
}
