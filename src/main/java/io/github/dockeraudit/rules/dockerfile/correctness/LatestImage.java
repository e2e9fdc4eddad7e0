package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BuildInput;
import io.github.dockeraudit.facts.SupportedTag;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record LatestImage(boolean strict) implements ProjectRule {

  /** Other instructions name images, too. */
  public LatestImage() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1008", "latest-image")
        .summary("The tag of an image is latest")
        .why(
            """
            `latest` is whatever was pushed last, and it says nothing about what that is. Two builds of one commit can
            differ, and a new major version comes without anybody having asked for it. With a digest beside it the tag
            is only a comment, and silent.
            """)
        .bad(
            """
            FROM python:latest
            COPY app.py /app/
            """)
        .good(
            """
            FROM python:3.14
            COPY app.py /app/
            """)
        .fixedSometimes()
        .flag("strict", "Whether only a FROM without variables is looked at")
        .aliases(
            "hadolint:DL3007",
            "tally:hadolint/DL3007",
            "trivy:DS-0001",
            "checkov:CKV_DOCKER_7",
            "kics:image-version-using-latest",
            "sonar:S6596",
            "dockerfilelint:latest_tag",
            "semgrep:avoid-latest-version")
        .references(
            "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions");
  }

  @Override
  public Rule with(Options options) {
    return new LatestImage(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return BuildInput.images(project, LatestImage::isLatest)
        .filter(input -> !strict || input.isBase() && input.word().literal().isPresent())
        .map(
            input ->
                finding(
                        input,
                        "'%s:latest' is another image tomorrow; name a version",
                        input.familiarName())
                    .mendedBy(() -> SupportedTag.naming(input, project.today())));
  }

  private static boolean isLatest(ImageReference image) {
    return image.tag().filter("latest"::equals).isPresent() && image.digest().isEmpty();
  }
}
