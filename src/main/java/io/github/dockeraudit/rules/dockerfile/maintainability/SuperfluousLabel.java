package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.facts.Glob;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record SuperfluousLabel(List<String> allowed) implements DockerfileRule {

  /** Names with a namespace are allowed. */
  public SuperfluousLabel() {
    this(List.of("*.*"));
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1321", "superfluous-label")
        .offByDefault()
        .summary("An image has a label that the team does not know")
        .why(
            """
            Whoever looks for images by a label misses those that spell it in another way. Where a team has agreed on
            its labels, list them with `allowed`, as names or with a `*` at the end, and every other one is reported. By
            default those of the OCI and of names that are qualified by a domain are allowed.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            LABEL licence="Apache-2.0"
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL org.opencontainers.image.licenses="Apache-2.0"
            """)
        .list("allowed", "*.*", "Labels that an image may have; a `*` stands for any characters")
        .aliases("hadolint:DL3050")
        .references(
            "https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations");
  }

  @Override
  public Rule with(Options options) {
    return new SuperfluousLabel(options.list("allowed", allowed));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Label.class)
        .flatMap(label -> label.assignments().stream())
        .map(Assignment::name)
        .filter(key -> key.literal().filter(name -> !isAllowed(name)).isPresent())
        .map(key -> finding(key, "Label '%s' is not on the list; drop or rename it", key));
  }

  private boolean isAllowed(String name) {
    return allowed.stream().anyMatch(pattern -> Glob.matches(pattern.strip(), name));
  }
}
