package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class RedundantRegistry implements DockerfileRule {

  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:index\\.)?docker\\.io/)?(?:library/)?(?=[^/]+$)|^(?:index\\.)?docker\\.io/(?!library/)");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1408", "redundant-registry")
        .offByDefault()
        .summary("The name of an image says docker.io or library without need")
        .why(
            """
            `docker.io/library/debian` is `debian`. The short name is what everybody searches for.
            """)
        .bad(
            """
            FROM docker.io/library/debian:13-slim
            """)
        .good(
            """
            FROM debian:13-slim
            """)
        .fixedAlways()
        .aliases("openrewrite:NormalizeDockerHubImageName")
        .references("https://docs.docker.com/reference/cli/docker/image/tag/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(stage -> stage.image().isPresent())
        .map(stage -> stage.from().image())
        .filter(word -> word.literal().filter(RedundantRegistry::isLong).isPresent())
        .map(
            word ->
                finding(word, "'%s' is the same; write that", shortName(word.text()))
                    .fixedBy(
                        Fix.safe(
                            "Write the short name",
                            word.range().replaceWith(shortName(word.text())))));
  }

  private static boolean isLong(String name) {
    return !shortName(name).equals(name);
  }

  private static String shortName(String name) {
    return PREFIX.matcher(name).replaceFirst("");
  }
}
