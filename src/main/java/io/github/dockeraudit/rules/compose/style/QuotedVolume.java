package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class QuotedVolume implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2410", "quoted-volume")
        .offByDefault()
        .summary("A volume has quotes that it does not need")
        .why(
            """
            A path with a colon is a text to every reader of YAML. One that needs its quotes, for a `#` or a brace in
            it, keeps them.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                volumes:
                  - "./pages:/pages"
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                volumes:
                  - ./pages:/pages
            """)
        .fixedAlways()
        .aliases("dclint:no-quotes-in-volumes");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(text -> text.items("volumes"))
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .flatMap(
            volume ->
                volume.unquoted().stream()
                    .map(
                        edit ->
                            finding(volume, "'%s' needs no quotes; leave them out", volume.value())
                                .fixedBy(Fix.safe("Leave the quotes out", edit))));
  }
}
