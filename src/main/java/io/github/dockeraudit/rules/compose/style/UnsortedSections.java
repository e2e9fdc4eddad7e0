package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.facts.layout.Disorder;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UnsortedSections(List<String> order) implements ComposeRule {

  private static final String USUAL =
      "version,name,include,x-,services,networks,volumes,secrets,configs,models";

  public UnsortedSections() {
    this(List.of(USUAL.split(",")));
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2404", "unsorted-sections")
        .offByDefault()
        .summary("The sections of a compose file are not in the usual order")
        .why(
            """
            Who reads many compose files looks for the services first and for what they use below them: networks,
            volumes, secrets, configs. What begins with `x-` is there for the others to use and comes before them.
            """)
        .bad(
            """
            volumes:
              data:
            services:
              web:
                image: example.com/web:1
                volumes:
                  - data:/data
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                volumes:
                  - data:/data
            volumes:
              data:
            """)
        .fixedSometimes()
        .list("order", USUAL, "The sections in their order; x- stands for all that begin with it.")
        .aliases("dclint:top-level-properties-order");
  }

  @Override
  public Rule with(Options options) {
    return new UnsortedSections(options.list("order", order));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    Comparator<String> byOrder = Comparator.comparingInt(this::placeOf);
    return ComposeText.in(deployment)
        .flatMap(text -> Disorder.in(text, text.root(), byOrder))
        .map(
            disorder ->
                finding(
                        disorder,
                        "'%s' belongs before '%s'; put the sections in order",
                        disorder.name(),
                        disorder.before())
                    .mendedBy(disorder::remedy));
  }

  /** What begins with {@code x-} has one place, and what is not listed comes last. */
  private int placeOf(String section) {
    int place = order.indexOf(section.startsWith("x-") ? "x-" : section);
    return place < 0 ? order.size() : place;
  }
}
