package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.StatefulService;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingDataVolume implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2007", "missing-data-volume")
        .summary("A database keeps its data in a volume that nobody can name")
        .why(
            """
            Without a mount on its folder of data a database writes to its container, or to a volume without a name that
            `docker compose down` leaves behind and the next `up` does not find again: it begins empty. A named volume
            is found again, and can be backed up.

            Silent about what is for tests, and about data that is put elsewhere.
            """)
        .bad(
            """
            services:
              database:
                image: mysql:8.4
            """)
        .good(
            """
            services:
              database:
                image: mysql:8.4
                volumes: ["database-data:/var/lib/mysql"]

            volumes:
              database-data: {}
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/engine/storage/volumes/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return StatefulService.forgetting(project).map(this::finding);
  }

  private Finding finding(StatefulService stateful) {
    return finding(
            stateful.deployed().service(),
            "'%s' loses its data with its container; mount a named volume on %s",
            stateful.deployed().service().name(),
            stateful.folder().orElse("its folder of data"))
        .mendedBy(stateful::remedy);
  }
}
