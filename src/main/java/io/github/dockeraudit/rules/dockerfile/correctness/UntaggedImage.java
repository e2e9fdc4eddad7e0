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
public record UntaggedImage(boolean strict) implements ProjectRule {

  /** Other instructions name images, too. */
  public UntaggedImage() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1007", "untagged-image")
        .summary("An image is named without a version")
        .why(
            """
            Without tag and digest Docker takes `latest`: whatever that is on the day and the machine of the build. Two
            builds of one commit can differ, and a new major version comes without anybody having asked for it.

            Silent for stages, for `scratch`, for named build contexts, and for variables that nothing in the file gives
            a value.
            """)
        .bad(
            """
            FROM python
            COPY app.py /app/
            """)
        .good(
            """
            FROM python:3.14
            COPY app.py /app/
            """)
        .fixedSometimes()
        .flag("strict", "Whether only FROM is looked at")
        .aliases(
            "hadolint:DL3006",
            "tally:hadolint/DL3006",
            "trivy:DS-0001",
            "checkov:CKV_DOCKER_7",
            "kics:image-version-not-explicit",
            "sonar:S6596",
            "dockerfilelint:missing_tag",
            "semgrep:missing-image-version",
            "openrewrite:FindUnpinnedBaseImages")
        .references(
            "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions");
  }

  @Override
  public Rule with(Options options) {
    return new UntaggedImage(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return BuildInput.images(project, UntaggedImage::isUntagged)
        .filter(input -> !strict || input.isBase())
        .map(
            input ->
                finding(
                        input,
                        "'%s' has no tag, which means latest; name a version",
                        input.familiarName())
                    .mendedBy(() -> SupportedTag.naming(input, project.today())));
  }

  private static boolean isUntagged(ImageReference image) {
    return image.tag().isEmpty() && image.digest().isEmpty();
  }
}
