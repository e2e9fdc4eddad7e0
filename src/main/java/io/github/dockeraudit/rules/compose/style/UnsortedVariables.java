package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.facts.layout.Disorder;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Comparator;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnsortedVariables implements ComposeRule {

  /** By the names alone: of two with one name the later counts. */
  private static final Comparator<String> BY_NAME =
      Comparator.comparing(variable -> variable.split("=", 2)[0], Disorder.ALPHABET);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2407", "unsorted-variables")
        .offByDefault()
        .summary("The variables of a service are not in order")
        .why(
            """
            A long list of variables in which one is looked for, or set twice by mistake, is easier to read in order.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                environment:
                  PORT: 8080
                  LOG_LEVEL: info
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                environment:
                  LOG_LEVEL: info
                  PORT: 8080
            """)
        .fixedSometimes();
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                text.attributes("environment")
                    .flatMap(list -> Disorder.in(text, list.value(), BY_NAME)))
        .map(
            disorder ->
                finding(
                        disorder,
                        "'%s' comes before '%s'; sort the variables",
                        disorder.name().split("=", 2)[0],
                        disorder.before().split("=", 2)[0])
                    .mendedBy(disorder::remedy));
  }
}
