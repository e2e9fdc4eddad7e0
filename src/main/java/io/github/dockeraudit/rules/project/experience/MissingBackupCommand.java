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
public final class MissingBackupCommand implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3502", "missing-backup-command")
        .summary("No command saves the database, or none loads what was saved")
        .why(
            """
            Whoever has to save or load the data of a database in a hurry should not have to find out how: with which
            user, which program, and how its output gets out of the container. The fix writes targets that use the
            variables of the database's own container, so that no password stands in the makefile.

            Silent for a database that it is not known how to save, and if a file takes commands from other files or
            hands on whatever is typed.
            """)
        .bad(
            """
            ==> Makefile <==
            up:
            	docker compose up -d
            ==> compose.yaml <==
            services:
              database:
                image: postgres:16
            """)
        .good(
            """
            ==> Makefile <==
            up:
            	docker compose up -d

            .PHONY: restore

            restore:
            	@test -f "$(FILE)" || { echo "Name a backup with FILE=backups/..." >&2; exit 1; }
            	docker compose exec -T database sh -c 'exec psql -q -v ON_ERROR_STOP=1 -U "$${POSTGRES_USER:-postgres}" "$${POSTGRES_DB:-$${POSTGRES_USER:-postgres}}"' < "$(FILE)"

            .PHONY: backup

            backup:
            	@mkdir -p backups
            	docker compose exec -T database sh -c 'exec pg_dump --clean --if-exists -U "$${POSTGRES_USER:-postgres}" "$${POSTGRES_DB:-$${POSTGRES_USER:-postgres}}"' > backups/database.part
            	@mv backups/database.part backups/database-$$(date +%Y%m%d-%H%M%S).sql
            ==> compose.yaml <==
            services:
              database:
                image: postgres:16
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/reference/cli/docker/compose/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return OfferedCommands.in(project)
        .flatMap(offered -> offered.missing().filter(Need::isOfData).map(n -> finding(offered, n)));
  }

  private Finding finding(OfferedCommands offered, Need need) {
    return finding(
            offered.first(), "There is no command to %s; add '%s'", need.purpose(), need.label())
        .mendedBy(() -> offered.remedy(need));
  }
}
