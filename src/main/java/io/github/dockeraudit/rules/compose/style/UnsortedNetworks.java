package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.facts.layout.Disorder;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnsortedNetworks implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2409", "unsorted-networks")
        .offByDefault()
        .summary("The networks of a service are not in order")
        .why(
            """
            Docker takes the network for the way out by its priority and its name, whatever the order of the list.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                networks:
                  - front
                  - back
            networks:
              back:
              front:
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                networks:
                  - back
                  - front
            networks:
              back:
              front:
            """)
        .fixedSometimes();
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                text.attributes("networks")
                    .flatMap(list -> Disorder.in(text, list.value(), Disorder.ALPHABET)))
        .map(
            disorder ->
                finding(
                        disorder,
                        "'%s' comes before '%s'; sort the networks",
                        disorder.name(),
                        disorder.before())
                    .mendedBy(disorder::remedy));
  }
}
