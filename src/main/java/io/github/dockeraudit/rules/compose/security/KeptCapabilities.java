package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
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
public final class KeptCapabilities implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2116", "kept-capabilities")
        .offByDefault()
        .summary("A service keeps capabilities that it does not need")
        .why(
            """
            Docker leaves fourteen capabilities of root to each container, of which most services need none: with
            `cap_drop: [ALL]` and a `cap_add` of those that are needed a fault in the service leads to less.
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
                cap_drop: [ALL]
            """)
        .fixedSometimes()
        .aliases("kics:container-capabilities-unrestricted")
        .references("https://docs.docker.com/reference/compose-file/services/#cap_drop");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return DeployedService.in(project)
        .filter(each -> !each.hasAnywhere(service -> !service.capDrop().isEmpty()))
        .filter(each -> !each.isExtended())
        .map(this::finding);
  }

  private Finding finding(DeployedService each) {
    String name = each.service().name();
    return finding(each.service(), "'%s' keeps all capabilities; drop those it does not need", name)
        .mendedBy(() -> remedy(each));
  }

  private static Remedy remedy(DeployedService each) {
    return each.add(NewEntry.ofList("cap_drop", "ALL"))
        .map(edit -> Remedy.risky("Drop all capabilities", edit))
        .orElseGet(DeployedService::shared);
  }
}
