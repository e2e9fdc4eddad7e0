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
public final class UnsortedPorts implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2405", "unsorted-ports")
        .offByDefault()
        .summary("The ports of a service are not in order")
        .why(
            """
            Whether a port is published is seen at once in a list that is in order. Compose does not look at the order.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - "8443:8443"
                  - "8080:8080"
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - "8080:8080"
                  - "8443:8443"
            """)
        .fixedSometimes()
        .aliases("dclint:service-ports-alphabetical-order");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                text.attributes("ports")
                    .flatMap(list -> Disorder.in(text, list.value(), Disorder.ALPHABET)))
        .map(
            disorder ->
                finding(
                        disorder,
                        "'%s' comes before '%s'; sort the ports",
                        disorder.name(),
                        disorder.before())
                    .mendedBy(disorder::remedy));
  }
}
