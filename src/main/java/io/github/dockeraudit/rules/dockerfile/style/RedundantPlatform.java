package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class RedundantPlatform implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1405", "redundant-platform")
        .offByDefault()
        .summary("FROM asks for the platform that it builds for anyway")
        .why(
            """
            `FROM` takes the target platform unless told otherwise, so `--platform=$TARGETPLATFORM` says nothing. It
            makes readers look for a reason.
            """)
        .bad(
            """
            FROM --platform=$TARGETPLATFORM eclipse-temurin:21-jre
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            """)
        .fixedAlways()
        .buildkit("RedundantTargetPlatform")
        .aliases("hadolint:DL3065")
        .references("https://docs.docker.com/reference/build-checks/redundant-target-platform/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .map(Stage::from)
        .filter(from -> from.platform().filter(RedundantPlatform::isTarget).isPresent())
        .flatMap(from -> from.flag("platform").stream())
        .map(
            flag ->
                finding(flag, "This is the platform anyway; remove the flag")
                    .fixedBy(Fix.safe("Remove the flag", flag.removed())));
  }

  private static boolean isTarget(Word platform) {
    return platform.text().equals("$TARGETPLATFORM") || platform.text().equals("${TARGETPLATFORM}");
  }
}
