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
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class HardCodedSecret implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2104", "hard-coded-secret")
        .summary("A secret is written into a compose file")
        .why(
            """
            Whoever can read the repository, now or in any old commit, has the secret, and it is the same on every
            machine that runs the file. Take it from a variable that has no value in the file, or better from a file
            through `secrets`: the environment of a container is shown by `docker inspect` and inherited by every
            process in it.
            """)
        .bad(
            """
            services:
              database:
                image: postgres:16
                environment:
                  POSTGRES_PASSWORD: 9fK2xq7LmZ
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
        .aliases("kics:passwords-and-secrets")
        .references("https://docs.docker.com/compose/how-tos/use-secrets/");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return WrittenSecret.in(deployment).stream()
        .filter(secret -> !secret.isDefault() || secret.kind() == SecretValue.LITERAL)
        .map(secret -> finding(deployment, secret));
  }

  private Finding finding(Deployment deployment, WrittenSecret secret) {
    return finding(
            secret,
            secret.isDefault()
                ? "%s has a secret as its default in the file; demand it with ':?'"
                : "%s is written into the file; use a variable or a secret",
            secret.name())
        .mendedBy(() -> remedy(deployment, secret));
  }

  /** Risky: nothing starts until a person has handed out a new one, which this one cannot stay. */
  private static Remedy remedy(Deployment deployment, WrittenSecret secret) {
    if (!secret.isDefault() && sharesItsName(deployment, secret)) {
      return Remedy.none("another secret has the same name; each needs a variable of its own");
    }
    return secret
        .demand()
        .filter(edit -> secret.isDefault() || takesBraces(deployment, secret))
        .map(edit -> Remedy.risky("Take it from a variable that must be set", edit))
        .orElseGet(() -> Remedy.none("a new one is needed, which only a person can hand out"));
  }

  /** One variable for two secrets would make them one. */
  private static boolean sharesItsName(Deployment deployment, WrittenSecret secret) {
    String text = secret.value().text();
    return WrittenSecret.in(deployment).stream()
        .filter(other -> !other.isDefault() && other.name().equals(secret.name()))
        .anyMatch(other -> !other.value().text().equals(text));
  }

  /** Between braces and brackets a text with a brace in it needs quotes. */
  private static boolean takesBraces(Deployment deployment, WrittenSecret secret) {
    Optional<YamlPath> path = deployment.path(secret.value());
    boolean isQuoted =
        path.map(YamlPath::node)
            .filter(node -> node instanceof YamlScalar scalar && scalar.style().isQuoted())
            .isPresent();
    boolean isBetween =
        path.flatMap(YamlPath::parent).filter(YamlMapping::isFlow).isPresent()
            || path.flatMap(YamlPath::entry)
                .filter(own -> own.value() instanceof YamlSequence list && list.isFlow())
                .isPresent();
    return isQuoted || !isBetween;
  }
}
