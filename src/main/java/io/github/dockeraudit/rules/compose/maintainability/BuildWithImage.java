package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class BuildWithImage implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2321", "build-with-image")
        .offByDefault()
        .summary("A service says an image and a build, and not which of them counts")
        .why(
            """
            With both, Compose takes an image of that name from the machine or the registry if there is one, and builds
            only if there is none: what runs may be older than the sources beside the file. With `pull_policy` it is
            said which is meant.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                build: .
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                build: .
                pull_policy: build
            """)
        .fixedSometimes()
        .aliases("dclint:no-build-and-image")
        .references("https://docs.docker.com/reference/compose-file/build/#using-build-and-image");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .filter(service -> service.build().isPresent() && service.image().isPresent())
        .filter(service -> service.attribute("pull_policy").isEmpty())
        .map(service -> finding(deployment, service));
  }

  private Finding finding(Deployment deployment, Service service) {
    return finding(
            service.body().entry("build").orElseThrow().key(),
            "'%s' may run an older image than this builds; set pull_policy",
            service.name())
        .mendedBy(() -> remedy(deployment, service));
  }

  private static Remedy remedy(Deployment deployment, Service service) {
    return deployment
        .path(service.range())
        .flatMap(path -> path.add(List.of(NewEntry.of("pull_policy", "build"))))
        .map(edit -> Remedy.intended("Build it each time", edit))
        .orElseGet(() -> Remedy.none("it shares its attributes with others through an anchor"));
  }
}
