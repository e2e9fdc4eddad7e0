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
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CrowdedEntries implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2413", "crowded-entries")
        .offByDefault()
        .summary("No blank line parts two services or sections")
        .why(
            """
            Blank lines show where one service ends and the next begins, and diffs of two that stand next to each other
            do not run into one.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1
              web:
                image: example.com/web:1
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1

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
                Stream.of(text.sections(), text.services())
                    .flatMap(entries -> check(text, entries.toList())));
  }

  private Stream<Finding> check(ComposeText text, List<YamlEntry> entries) {
    return IntStream.range(1, entries.size())
        .mapToObj(entries::get)
        .flatMap(
            entry ->
                text.withoutBlankLineAbove(entry).stream()
                    .map(
                        place ->
                            finding(
                                    entry.key(),
                                    "No blank line parts '%s' from what is above; add one",
                                    entry.key().value())
                                .fixedBy(
                                    Fix.safe(
                                        "Add a blank line",
                                        place.insertBefore(place.source().lineEnding())))));
  }
}
