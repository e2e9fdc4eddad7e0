package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.ScalarStyle;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MixedQuotes(String quotes) implements ComposeRule {

  public MixedQuotes() {
    this("double");
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2412", "mixed-quotes")
        .offByDefault()
        .summary("A text is in other quotes than those chosen")
        .why(
            """
            YAML has two kinds of quotes, of which only double ones know escapes. A project that keeps to one kind has
            no diffs that only change them. What needs the other kind keeps it.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - '8080:80'
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - "8080:80"
            """)
        .fixedAlways()
        .text("quotes", "double", "The quotes that all texts are to have: double or single.");
  }

  @Override
  public Rule with(Options options) {
    return new MixedQuotes(options.oneOf("quotes", quotes, List.of("double", "single")));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    ScalarStyle other =
        quotes.equals("double") ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
    return ComposeText.in(deployment)
        .flatMap(ComposeText::scalars)
        .filter(scalar -> scalar.style() == other)
        .flatMap(
            scalar ->
                scalar.requoted().stream()
                    .map(
                        edit ->
                            finding(scalar, "This is not in %s quotes; use those", quotes)
                                .fixedBy(Fix.safe("Use %s quotes".formatted(quotes), edit))));
  }
}
