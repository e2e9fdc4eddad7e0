package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.facts.layout.Disorder;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnsortedMounts implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2408", "unsorted-mounts")
        .offByDefault()
        .summary("The volumes of a service are not in order")
        .why(
            """
            Docker mounts what lies deeper later, whatever the order of the list. In order it shows at once what is
            mounted.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                volumes:
                  - ./pages:/pages
                  - ./cache:/cache
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                volumes:
                  - ./cache:/cache
                  - ./pages:/pages
            """)
        .fixedSometimes();
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(
            text ->
                text.attributes("volumes")
                    .flatMap(list -> Disorder.in(text, list.value(), Disorder.ALPHABET)))
        .map(
            disorder ->
                finding(
                        disorder,
                        "'%s' comes before '%s'; sort the volumes",
                        disorder.name(),
                        disorder.before())
                    .mendedBy(() -> remedy(disorder)));
  }

  /** Of two mounts on one path compose takes the later. */
  private static Remedy remedy(Disorder disorder) {
    Set<String> targets = new HashSet<>();
    boolean isFree = disorder.names().stream().map(UnsortedMounts::target).allMatch(targets::add);
    return isFree ? disorder.remedy() : Remedy.none("two of them may be mounted on one path");
  }

  private static String target(String mount) {
    String[] parts = mount.split(":", 3);
    String target = parts.length < 2 ? parts[0] : parts[1];
    return target.startsWith("/") ? target.replaceAll("/+$", "") : "";
  }
}
