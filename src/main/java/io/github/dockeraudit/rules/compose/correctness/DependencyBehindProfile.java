package io.github.dockeraudit.rules.compose.correctness;

import static io.github.dockeraudit.rule.Severity.ERROR;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.ActiveProfiles;
import io.github.dockeraudit.facts.Profiles;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DependencyBehindProfile implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2041", "dependency-behind-profile")
        .summary("A service depends on one that only another profile starts")
        .why(
            """
            Compose switches on no profile for what a service depends on. If the profile is not active, it refuses all
            of the file: `service "test" depends on undefined service "main"`. A service without profiles is always
            started, so that `docker compose up` alone never works; one that shares no profile with what it needs works
            only with both profiles, which is told as a warning. Give both the same profile, or say `required: false`.
            """)
        .bad(
            """
            services:
              shop:
                image: example.com/shop:2
                depends_on:
                  - database
              database:
                image: postgres:16
                profiles:
                  - data
            """)
        .good(
            """
            services:
              shop:
                image: example.com/shop:2
                depends_on:
                  - database
              database:
                image: postgres:16
            """)
        .references(
            "https://docs.docker.com/compose/how-tos/profiles/#auto-starting-profiles-and-dependency-resolution",
            "https://github.com/docker/compose/issues/10751");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.deployments().stream().flatMap(deployment -> check(deployment, project));
  }

  private Stream<Finding> check(Deployment deployment, Project project) {
    Profiles profiles = Profiles.of(deployment);
    Set<String> active = ActiveProfiles.of(deployment, project);
    return active.contains("*")
        ? Stream.empty()
        : deployment.services().stream()
            .flatMap(
                service -> profiles.unmet(service, active).map(needed -> finding(service, needed)));
  }

  private Finding finding(Service service, Dependency needed) {
    return finding(
            needed,
            "Only another profile starts '%s', which '%s' needs; give both the same",
            needed.service(),
            service.name())
        .withSeverity(service.profiles().isEmpty() ? ERROR : WARNING)
        .notFixedBecause("only a person knows which of the two is to start when");
  }
}
