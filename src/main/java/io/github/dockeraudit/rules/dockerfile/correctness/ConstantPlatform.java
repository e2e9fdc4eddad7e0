package io.github.dockeraudit.rules.dockerfile.correctness;

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
public final class ConstantPlatform implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1016", "constant-platform")
        .summary("FROM demands one platform whatever is built for")
        .why(
            """
            With a constant in `--platform` an image for another platform holds programs for this one. They run slowly
            under emulation, or not at all. `$BUILDPLATFORM` is right for a stage that only builds; without the flag it
            is the platform that is built for.

            Silent where the name of the stage speaks of the platform.
            """)
        .bad(
            """
            FROM --platform=linux/amd64 eclipse-temurin:21-jre
            COPY app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            """)
        .fixedSometimes()
        .buildkit("FromPlatformFlagConstDisallowed")
        .aliases(
            "hadolint:DL3029",
            "kics:using-platform-flag-with-from-command",
            "parfum:DL3029",
            "semgrep:avoid-platform-with-from")
        .references(
            "https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(ConstantPlatform::isConstant)
        .flatMap(stage -> stage.from().flag("platform").stream())
        .map(
            flag ->
                finding(
                        flag,
                        "'%s' is built in whatever the target is; remove it or use $BUILDPLATFORM",
                        flag.value().orElseThrow())
                    .fixedBy(Fix.risky("Build for the target platform", flag.removed())));
  }

  private static boolean isConstant(Stage stage) {
    return stage
        .from()
        .platform()
        .flatMap(Word::literal)
        .filter(platform -> !platform.isEmpty() && !isNamed(stage, platform))
        .isPresent();
  }

  private static boolean isNamed(Stage stage, String platform) {
    String name = stage.name().orElse("");
    return Stream.of(platform.split("/")).anyMatch(part -> !part.isEmpty() && name.contains(part));
  }
}
