package io.github.dockeraudit.rules.project.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.SecretEnvFile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnignoredEnvFile implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3101", "unignored-env-file")
        .summary("Git does not ignore the file that secrets are kept in")
        .why(
            """
            The first `git add .` takes `.env` with all its passwords into the repository, and from its history they do
            not go again. What belongs there is a pattern without values, `.env.example`.
            """)
        .bad(
            """
            ==> .gitignore <==
            target/
            ==> .env.example <==
            POSTGRES_PASSWORD=
            ==> compose.yaml <==
            services:
              database:
                image: postgres:16
                env_file: .env
            """)
        .good(
            """
            ==> .gitignore <==
            target/
            .env
            ==> .env.example <==
            POSTGRES_PASSWORD=
            ==> compose.yaml <==
            services:
              database:
                image: postgres:16
                env_file: .env
            """)
        .fixedAlways()
        .references(
            "https://docs.docker.com/compose/how-tos/environment-variables/best-practices/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return SecretEnvFile.in(project)
        .flatMap(
            file ->
                file.silentGitignore(project).stream()
                    .map(
                        ignore ->
                            finding(
                                    file,
                                    "Git does not ignore '%s', where secrets are kept; add it to .gitignore",
                                    file.path())
                                .mendedBy(() -> SecretEnvFile.ignored(ignore, file.path()))));
  }
}
