package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.facts.service.DeployedService;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class RootService implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2112", "root-service")
        .summary("A service is made to run as root")
        .why(
            """
            What an image does as another user is made to run as root by `user: root`. Root in a container is root on
            the host as soon as anything lets it out: a mount, a socket, a fault in the kernel.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                user: root
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
            """)
        .fixedSometimes()
        .aliases("semgrep:service-runs-as-root")
        .references("https://docs.docker.com/reference/compose-file/services/#user");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return DeployedService.in(project)
        .filter(each -> each.service().user().filter(RootService::isRoot).isPresent())
        .filter(DeployedService::runsOn)
        .map(this::finding);
  }

  private static boolean isRoot(Scalar user) {
    String name = user.text().split(":", 2)[0];
    return user.isKnown() && (name.equals("root") || name.equals("0"));
  }

  private Finding finding(DeployedService each) {
    Scalar user = each.service().user().orElseThrow();
    return finding(
            user,
            "'%s' is made to run as root; leave the user of its image, or name another",
            each.service().name())
        .mendedBy(() -> Dropped.entry("Leave the user of its image", each.deployment(), user));
  }
}
