package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BuildInput;
import io.github.dockeraudit.facts.Glob;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UntrustedRegistry(List<String> trustedRegistries) implements ProjectRule {

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+(?::[0-9]+)?|\\[.*");

  /** Without a list all registries with a name are trusted. */
  public UntrustedRegistry() {
    this(List.of());
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1108", "untrusted-registry")
        .summary("An image comes from a registry that nobody vouches for")
        .why(
            """
            Whoever runs the registry decides what is in the image. List those that you trust with `trustedRegistries`,
            as names or with `*` for a part: images of all others are reported then.

            Without a list only registries count that have no name but a bare address, which nobody else can reach or
            check.
            """)
        .bad(
            """
            FROM 192.0.2.10:5000/team/jre:21
            COPY app.jar /app/
            """)
        .good(
            """
            FROM registry.example.com/team/jre:21
            COPY app.jar /app/
            """)
        .list("trustedRegistries", "", "Registries that images may come from")
        .aliases("hadolint:DL3026", "tally:hadolint/DL3026")
        .references(
            "https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image");
  }

  @Override
  public Rule with(Options options) {
    return new UntrustedRegistry(options.list("trustedRegistries", trustedRegistries));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return BuildInput.images(project, this::isUntrusted)
        .map(
            input ->
                finding(
                    input,
                    "Nobody vouches for '%s'; take the image from a trusted registry",
                    input.image().orElseThrow().registry()));
  }

  private boolean isUntrusted(ImageReference image) {
    String registry = image.registry();
    return trustedRegistries.isEmpty()
        ? ADDRESS.matcher(registry).matches()
        : trustedRegistries.stream().noneMatch(trusted -> Glob.matches(trusted.strip(), registry));
  }
}
