package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record InvalidContainerName(Pattern pattern) implements ComposeRule {

  private static final String VALID = "[a-zA-Z0-9][a-zA-Z0-9_.-]+";
  private static final Pattern DOCKER = Pattern.compile(VALID);

  public InvalidContainerName() {
    this(DOCKER);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2021", "invalid-container-name")
        .summary("A container has a name that Docker does not take")
        .why(
            """
            Docker takes letters, digits, `_`, `.` and `-` for the name of a container, the first of them a letter or
            digit, and two at least; Compose looks at none of it, so that the start ends with `Invalid container name`.
            `pattern` asks for more than that, such as a prefix that all containers of a team have.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                container_name: shop/api
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
                container_name: shop-api
            """)
        .fixedSometimes()
        .text("pattern", VALID, "The regular expression that all of a name has to match.")
        .aliases("dclint:service-container-name-regex")
        .references(
            "https://docs.docker.com/reference/compose-file/services/#container_name",
            "https://docs.docker.com/reference/cli/docker/container/run/#name");
  }

  @Override
  public Rule with(Options options) {
    return new InvalidContainerName(Pattern.compile(options.text("pattern", pattern.pattern())));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .flatMap(service -> service.containerName().stream())
        .filter(Scalar::isKnown)
        .flatMap(name -> check(deployment, name));
  }

  private Stream<Finding> check(Deployment deployment, Scalar name) {
    if (!DOCKER.matcher(name.text()).matches()) {
      return Stream.of(
          finding(
                  name,
                  "Docker takes no container name like '%s'; use letters, digits, - and _",
                  name)
              .mendedBy(() -> remedy(deployment, name)));
    }
    return pattern.matcher(name.text()).matches()
        ? Stream.empty()
        : Stream.of(
            finding(name, "The container name '%s' is not of the form %s; rename it", name, pattern)
                .notFixedBecause("only a person knows a name of that form"));
  }

  private static Remedy remedy(Deployment deployment, Scalar name) {
    String valid =
        name.text().strip().replaceAll("[^a-zA-Z0-9_.-]+", "-").replaceAll("^[^a-zA-Z0-9]+", "");
    return deployment
        .path(name.range())
        .map(YamlPath::node)
        .filter(node -> node instanceof YamlScalar && !node.isAlias())
        .filter(node -> name.interpolations().isEmpty() && DOCKER.matcher(valid).matches())
        .map(node -> ((YamlScalar) node).replaceWith(valid))
        .map(edit -> Remedy.intended("Call it " + valid, edit))
        .orElseGet(() -> Remedy.none("only a person knows a name"));
  }
}
