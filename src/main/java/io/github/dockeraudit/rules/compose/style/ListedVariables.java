package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ListedVariables implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2415", "listed-variables")
        .offByDefault()
        .summary("Variables are written as a list")
        .why(
            """
            A mapping cannot have one name twice, can be put together from anchors, and an override sees which variable
            is replaced. In a list a variable is a text with a sign in it, and one that is there twice is not noticed.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                environment:
                  - PORT=8080
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                environment:
                  PORT: "8080"
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/reference/compose-file/services/#environment");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                text.attributes("environment")
                    .filter(own -> own.value() instanceof YamlSequence && !own.value().isAlias())
                    .map(
                        own ->
                            finding(own.key(), "The variables are a list; write them as a mapping")
                                .mendedBy(() -> remedy(text, own))));
  }

  private static Remedy remedy(ComposeText text, YamlEntry own) {
    return text.path(own.value())
        .filter(path -> path.node() == own.value())
        .flatMap(YamlPath::toAssignments)
        .map(edits -> Remedy.safe("Make a mapping of them", edits))
        .orElseGet(() -> Remedy.none("it is not a list with one variable on each line"));
  }
}
