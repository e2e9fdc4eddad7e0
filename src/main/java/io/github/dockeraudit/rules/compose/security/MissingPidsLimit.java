package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.service.DeployedService;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingPidsLimit implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2115", "missing-pids-limit")
        .offByDefault()
        .summary("A service may start as many processes as the host can hold")
        .why(
            """
            A loop that forks fills the table of processes of the whole host, and then nobody can log in to end it. A
            limit that is well above what the service needs costs nothing.
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
                pids_limit: 512
            """)
        .fixedSometimes()
        .aliases("kics:pids-limit-not-set")
        .references("https://docs.docker.com/reference/compose-file/services/#pids_limit");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return DeployedService.in(project)
        .filter(each -> !each.hasAnywhere(MissingPidsLimit::isLimited) && !each.isExtended())
        .map(this::finding);
  }

  private static boolean isLimited(Service service) {
    return service.limits().pids().filter(limit -> limit.number().orElse(1) > 0).isPresent();
  }

  private Finding finding(DeployedService each) {
    String name = each.service().name();
    return finding(each.service(), "'%s' may start any number of processes; set pids_limit", name)
        .mendedBy(() -> remedy(each));
  }

  /** Risky: what limits a service below {@code deploy} has to do so with its processes too. */
  private static Remedy remedy(DeployedService each) {
    return each.service().deploy().isPresent()
        ? Remedy.none("its limits belong below deploy.resources")
        : each.add(NewEntry.of("pids_limit", "512"))
            .map(edit -> edit.apartFrom("deploy"))
            .map(edit -> Remedy.risky("Limit it to 512 processes", edit))
            .orElseGet(DeployedService::shared);
  }
}
