package io.github.dockeraudit.rules.project.experience;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.command.OfferedCommands;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingDeveloperCommands implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA3503", "missing-developer-commands")
        .summary("Nothing in the project names the commands that its services are run by")
        .why(
            """
            What a project of several services is started, looked into and cleaned up by is the first thing that a new
            developer asks. A makefile answers, and is the same for people and for pipelines; `docker-audit:generate`
            writes one. A justfile, a Taskfile or a script that calls compose does as well.
            """)
        .bad(
            """
            ==> compose.yaml <==
            services:
              api:
                image: example.com/api:1.4
              database:
                image: postgres:16
            """)
        .good(
            """
            ==> Makefile <==
            up:
            	docker compose up -d
            ==> compose.yaml <==
            services:
              api:
                image: example.com/api:1.4
              database:
                image: postgres:16
            """)
        .references("https://docs.docker.com/reference/cli/docker/compose/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return OfferedCommands.withoutAny(project).stream().map(this::finding);
  }

  private Finding finding(Deployment deployment) {
    return finding(
            deployment.root().entry("services").orElseThrow().key(),
            "No makefile or the like says how to start, stop and look into these services; add one")
        .notFixedBecause("docker-audit:generate writes it");
  }
}
