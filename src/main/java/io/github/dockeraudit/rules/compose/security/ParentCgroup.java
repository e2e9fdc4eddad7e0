package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ParentCgroup implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2114", "parent-cgroup")
        .summary("A service is put into a control group of somebody else")
        .why(
            """
            `cgroup_parent` takes a service out of the group in which Docker counts and limits its containers: it shares
            the limits of the group that it is put into, and of that of the whole host if there are none.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                cgroup_parent: m-executor-abcd
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
            """)
        .fixedSometimes()
        .aliases("kics:cgroup-not-default")
        .references("https://docs.docker.com/reference/compose-file/services/#cgroup_parent");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> check(deployment, service));
  }

  private Stream<Finding> check(Deployment deployment, Service service) {
    return service.body().scalar("cgroup_parent").stream()
        .map(
            group ->
                finding(group, "'%s' leaves Docker's control group; leave it out", service.name())
                    .mendedBy(() -> Dropped.entry("Leave the group out", deployment, group)));
  }
}
