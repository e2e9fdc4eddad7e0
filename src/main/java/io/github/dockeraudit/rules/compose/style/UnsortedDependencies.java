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
public final class UnsortedDependencies implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2406", "unsorted-dependencies")
        .offByDefault()
        .summary("What a service depends on is not in order")
        .why(
            """
            Compose starts what a service depends on together, so the order of the list says nothing, and one who reads
            it looks for what it says.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                depends_on:
                  - database
                  - cache
              cache:
                image: redis:7
              database:
                image: postgres:16
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                depends_on:
                  - cache
                  - database
              cache:
                image: redis:7
              database:
                image: postgres:16
            """)
        .fixedSometimes()
        .aliases("dclint:service-dependencies-alphabetical-order");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                text.attributes("depends_on")
                    .flatMap(list -> Disorder.in(text, list.value(), Disorder.ALPHABET)))
        .map(
            disorder ->
                finding(
                        disorder,
                        "'%s' comes before '%s'; sort what it depends on",
                        disorder.name(),
                        disorder.before())
                    .mendedBy(disorder::remedy));
  }
}
