package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.YamlEntry;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class QuotedKey implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2411", "quoted-key")
        .offByDefault()
        .summary("A key has quotes that it does not need")
        .why(
            """
            Keys of compose files are names, and a name is a text to every reader of YAML. A key in quotes is looked for
            in vain by whoever searches for the name and a colon.
            """)
        .bad(
            """
            services:
              "web":
                image: example.com/web:1
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
            """)
        .fixedAlways();
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                Stream.of(
                        text.sections(),
                        text.services(),
                        text.services().flatMap(own -> text.entries(own.value())))
                    .flatMap(entries -> entries))
        .map(YamlEntry::key)
        .flatMap(
            key ->
                key.unquoted().stream()
                    .map(
                        edit ->
                            finding(
                                    key,
                                    "The key '%s' needs no quotes; leave them out",
                                    key.value())
                                .fixedBy(Fix.safe("Leave the quotes out", edit))));
  }
}
