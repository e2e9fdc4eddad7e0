package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Scalar;
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
public final class WritableFileSystem implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2117", "writable-file-system")
        .offByDefault()
        .summary("A service can write anywhere in its container")
        .why(
            """
            Whoever breaks into a service whose file system is read-only can leave nothing there: no program, no changed
            page. What it has to write to gets a volume or a `tmpfs`.
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
                read_only: true
            """)
        .fixedSometimes()
        .aliases("semgrep:writable-filesystem-service")
        .references("https://docs.docker.com/reference/compose-file/services/#read_only");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return DeployedService.in(project)
        .filter(each -> !each.hasAnywhere(own -> own.readOnly().filter(Scalar::isTrue).isPresent()))
        .filter(each -> !each.isExtended())
        .map(this::finding);
  }

  private Finding finding(DeployedService each) {
    String name = each.service().name();
    return finding(each.service(), "'%s' can write anywhere in its container; set read_only", name)
        .mendedBy(() -> remedy(each));
  }

  /** Risky: nobody knows from outside what a program writes to. */
  private static Remedy remedy(DeployedService each) {
    return each.add(NewEntry.of("read_only", "true"))
        .map(edit -> Remedy.risky("Make its file system read-only", edit))
        .orElseGet(DeployedService::shared);
  }
}
