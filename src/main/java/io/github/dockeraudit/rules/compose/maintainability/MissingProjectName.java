package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingProjectName implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2320", "missing-project-name")
        .offByDefault()
        .summary("The name of the project is that of the folder it lies in")
        .why(
            """
            Compose names containers, networks and volumes after the folder of the file. Two checkouts in folders of
            different names are two projects, with volumes of their own; two in folders called `app` are one, and take
            each other's containers down.
            """)
        .bad(
            """
            ==> shop/compose.yaml <==
            services:
              web:
                image: example.com/web:1
            """)
        .good(
            """
            ==> shop/compose.yaml <==
            name: shop
            services:
              web:
                image: example.com/web:1
            """)
        .fixedSometimes()
        .aliases("dclint:require-project-name-field")
        .references("https://docs.docker.com/compose/how-tos/project-name/");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.name().isPresent()
        ? Stream.empty()
        : deployment.root().entry("services").stream()
            .filter(section -> section.range().source() == deployment.baseFile().source())
            .map(
                section ->
                    finding(section.key(), "The project is named after its folder; give it a name")
                        .mendedBy(() -> remedy(deployment)));
  }

  /** The name that it has today, in the first line of what the file says. */
  private static Remedy remedy(Deployment deployment) {
    Source file = deployment.baseFile().source();
    Optional<SourceRange> start =
        deployment
            .baseFile()
            .yaml()
            .root()
            .map(root -> file.range(root.range().start(), root.range().start()))
            .filter(root -> root.from().column() == 1);
    return start.isEmpty() || deployment.folderName().isEmpty()
        ? Remedy.none("only a person knows the name of the project")
        : Remedy.intended(
            "Name it as its folder is called",
            start.get().insertBefore("name: " + deployment.folderName().get() + file.lineEnding()));
  }
}
