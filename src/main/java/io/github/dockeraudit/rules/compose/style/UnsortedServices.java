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
public final class UnsortedServices implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2402", "unsorted-services")
        .offByDefault()
        .summary("The services are not in the order of the alphabet")
        .why(
            """
            In a long file a service is found by its name when the names are in order, and two people who each add one
            do not add it at the same place. Compose starts services by `depends_on`, whatever their order in the file.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
              api:
                image: example.com/api:1
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1
              web:
                image: example.com/web:1
            """)
        .fixedSometimes()
        .aliases("dclint:services-alphabetical-order");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                text.root().writtenEntry("services").stream()
                    .flatMap(all -> Disorder.in(text, all.value(), Disorder.ALPHABET)))
        .map(
            disorder ->
                finding(
                        disorder,
                        "Service '%s' comes before '%s' in the alphabet; sort the services",
                        disorder.name(),
                        disorder.before())
                    .mendedBy(disorder::remedy));
  }
}
