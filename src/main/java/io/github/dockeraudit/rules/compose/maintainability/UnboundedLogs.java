package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.DeployedService;
import io.github.dockeraudit.facts.service.GrowingLogs;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnboundedLogs implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2303", "unbounded-logs")
        .summary("The logs of services grow until the disk is full")
        .why(
            """
            Docker's own log driver keeps all that a container has ever written, for as long as the container is there,
            and a full disk stops every service of the host. `max-size` and `max-file` keep the last lines. The daemon
            may be configured to do the same for all containers of its host; nothing in the project says so.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
                logging:
                  driver: json-file
                  options:
                    max-size: 10m
                    max-file: "3"
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/engine/logging/drivers/json-file/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return GrowingLogs.byFile(project).values().stream().map(this::finding);
  }

  /** One for a file: whoever limits the logs of one service does so for all. */
  private Finding finding(List<DeployedService> services) {
    DeployedService first = services.get(0);
    String more = services.size() == 1 ? "" : " and %s more".formatted(services.size() - 1);
    return finding(
            first.section(),
            "Nothing limits the logs of '%s'%s; set max-size in logging.options",
            first.service().name(),
            more)
        .mendedBy(() -> GrowingLogs.remedy(services));
  }
}
