package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class VexInImage implements ProjectRule {

  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?:.*[./_-])?(?:openvex(?:[._-].*)?|vex(?:\\.(?:cdx|cyclonedx|csaf|spdx))?)\\.(?:json|xml)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1151", "vex-in-image")
        .summary("A VEX document is copied into the image")
        .why(
            """
            A VEX document says which known vulnerabilities an image is not affected by. Inside the image it can only
            say what was known at the build, and whoever changes it makes another image. As an attestation it stands
            beside the image, signed, and can be replaced.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            COPY app.openvex.json /usr/share/vex/
            CMD ["java", "-jar", "/app/app.jar"]
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            CMD ["java", "-jar", "/app/app.jar"]
            """)
        .fixedSometimes()
        .aliases("tally:prefer-vex-attestation")
        .references("https://docs.docker.com/scout/how-tos/create-exceptions-vex/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(
            file ->
                project.stagesInImages(file).stream()
                    .flatMap(stage -> ContextCopy.in(stage).stream())
                    .flatMap(copy -> check(copy, file)));
  }

  private Stream<Finding> check(ContextCopy copy, Dockerfile file) {
    return copy.sources().stream()
        .filter(source -> DOCUMENT.matcher(source.text()).matches())
        .map(source -> judge(source, copy, file));
  }

  private Finding judge(Word source, ContextCopy copy, Dockerfile file) {
    Finding finding =
        finding(source, "'%s' is out of date in the image; attach it instead", source);
    return copy.instruction().arguments().size() == 2
        ? finding.fixedBy(
            Fix.risky("Leave it out of the image", file.extent(copy.instruction()).delete()))
        : finding.notFixedBecause("other files are copied with it");
  }
}
