package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.SecretValue;
import io.github.dockeraudit.facts.WrittenSecret;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.TextEdit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class GuessableSecretDefault implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2105", "guessable-secret-default")
        .summary("A secret has a default that anybody would try first")
        .why(
            """
            The default is meant for the first start on one's own machine. Nothing reminds of it on a server: the
            service starts, and its password is the one in the file. With `${NAME:?}` compose refuses to start until
            somebody sets the variable.
            """)
        .bad(
            """
            services:
              database:
                image: postgres:16
                environment:
                  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-change_me}
            """)
        .good(
            """
            services:
              database:
                image: postgres:16
                environment:
                  POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD in .env}
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/reference/compose-file/interpolation/");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return WrittenSecret.in(deployment).stream()
        .filter(secret -> secret.isDefault() && secret.kind() == SecretValue.GUESSABLE)
        .collect(Collectors.groupingBy(GuessableSecretDefault::definition))
        .values()
        .stream()
        .map(this::finding);
  }

  /** The file and the variable. */
  private static List<Object> definition(WrittenSecret secret) {
    return List.of(secret.range().source(), secret.name());
  }

  /** One for all places in a file: they are one decision, and are changed together. */
  private Finding finding(List<WrittenSecret> places) {
    WrittenSecret first =
        places.stream().min(Comparator.comparing(WrittenSecret::range)).orElseThrow();
    String times = places.size() == 1 ? "" : " (%s times)".formatted(places.size());
    return finding(
            first,
            "%s defaults to what anybody guesses%s; demand it with ':?'",
            first.name(),
            times)
        .mendedBy(mend(places));
  }

  /** Where nothing sets the variable, the next start fails: that is the point, and a surprise. */
  private static Remedy mend(List<WrittenSecret> places) {
    String name = places.get(0).name();
    List<TextEdit> edits = places.stream().flatMap(place -> place.demand().stream()).toList();
    String title = "Demand that %s is set".formatted(name);
    return places.stream().allMatch(WrittenSecret::isOverridden)
        ? Remedy.intended(title, edits)
        : Remedy.risky(title, edits);
  }
}
