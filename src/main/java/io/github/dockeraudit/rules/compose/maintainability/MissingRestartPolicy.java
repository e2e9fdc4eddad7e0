package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.DeployedService;
import io.github.dockeraudit.facts.service.Restart;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingRestartPolicy implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2302", "missing-restart-policy")
        .summary("Nothing starts a service again after a crash")
        .why(
            """
            Without a policy a container that ends stays down, after a crash, when memory ran out and when the host is
            started anew, until somebody notices. With `unless-stopped` Docker starts it again, and leaves alone what a
            person has stopped.

            Silent about jobs that end by themselves, about containers for people, and about what is only for
            development. A policy that an override for production sets counts.
            """)
        .bad(
            """
            services:
              database:
                image: postgres:16
            """)
        .good(
            """
            services:
              database:
                image: postgres:16
                restart: unless-stopped
            """)
        .fixedSometimes()
        .aliases("kics:restart-policy-on-failure-not-set-to-5")
        .references("https://docs.docker.com/reference/compose-file/services/#restart");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return Restart.missing(project).map(this::finding);
  }

  private Finding finding(DeployedService service) {
    return finding(
            service.service(),
            "Nothing starts '%s' again after a crash; add restart: unless-stopped",
            service.service().name())
        .mendedBy(() -> Restart.remedy(service));
  }
}
