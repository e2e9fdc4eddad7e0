package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.VariableUse;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UndefinedFromArgument implements DockerfileRule {

  private static final List<String> OF_THE_BUILD =
      List.of("BUILDPLATFORM", "BUILDARCH", "BUILDOS", "TARGETPLATFORM", "TARGETARCH", "TARGETOS");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1014", "undefined-from-argument")
        .summary("FROM uses a variable that no ARG above it declares")
        .why(
            """
            `FROM` sees the `ARG` instructions above the first `FROM`, and the platforms that BuildKit sets. Any other
            variable is empty: the build fails, or builds on another image than was meant.
            """)
        .bad(
            """
            ARG VARIANT=-jre
            FROM eclipse-temurin:21${VARIENT}
            """)
        .good(
            """
            ARG VARIANT=-jre
            FROM eclipse-temurin:21${VARIANT}
            """)
        .fixedSometimes()
        .buildkit("UndefinedArgInFrom")
        .references("https://docs.docker.com/reference/build-checks/undefined-arg-in-from/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(stage -> VariableUse.undeclaredInFrom(stage, file.globalScope()).stream())
        .map(use -> judge(use, file));
  }

  private Finding judge(VariableUse use, Dockerfile file) {
    List<String> names =
        Stream.concat(
                OF_THE_BUILD.stream(),
                file.globalArgs().stream()
                    .flatMap(arg -> arg.assignments().stream())
                    .map(assignment -> assignment.name().text()))
            .toList();
    Optional<String> meant = Suggestion.closest(use.name(), names);
    if (meant.isEmpty()) {
      return finding(use, "No ARG above FROM declares '%s'; add one", use.name())
          .notFixedBecause("its value is not known");
    }
    Finding finding =
        finding(
            use, "No ARG above FROM declares '%s'; did you mean '%s'?", use.name(), meant.get());
    return use.renameTo(meant.get())
        .map(edit -> finding.fixedBy(Fix.intended("Name " + meant.get(), edit)))
        .orElseGet(() -> finding.notFixedBecause("the name stands on several lines"));
  }
}
