package io.github.dockeraudit.rules.project.experience;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.command.Need;
import io.github.dockeraudit.facts.command.OfferedCommands;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingCommand implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA3501", "missing-command")
        .summary("Developers can start the services by a command, and not do all else by one")
        .why(
            """
            A makefile that starts the services is where people look for how the project is worked with. What it lacks
            each of them works out anew: which service a shell is opened in, what may be removed and what holds data. A
            command counts, whatever it is called, if it does the work.

            Silent if a file takes commands from other files or hands on whatever is typed.
            """)
        .bad(
            """
            ==> Makefile <==
            up:
            	docker compose up -d
            down:
            	docker compose down
            logs:
            	docker compose logs -f
            ps:
            	docker compose ps
            clean:
            	docker compose down --rmi local
            ==> compose.yaml <==
            services:
              api:
                image: example.com/api:1.4
            """)
        .good(
            """
            ==> Makefile <==
            up:
            	docker compose up -d
            down:
            	docker compose down
            logs:
            	docker compose logs -f
            ps:
            	docker compose ps
            clean:
            	docker compose down --rmi local

            .PHONY: shell

            shell:
            	docker compose exec $(or $(SERVICE),api) sh
            ==> compose.yaml <==
            services:
              api:
                image: example.com/api:1.4
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/reference/cli/docker/compose/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return OfferedCommands.in(project)
        .flatMap(
            offered ->
                offered.missing().filter(need -> !need.isOfData()).map(n -> finding(offered, n)));
  }

  private Finding finding(OfferedCommands offered, Need need) {
    return finding(
            offered.first(), "There is no command to %s; add '%s'", need.purpose(), need.label())
        .mendedBy(() -> offered.remedy(need));
  }
}
