package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.SmallerImage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class LargerImage implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1209", "larger-image")
        .summary("A smaller variant of the same image exists")
        .why(
            """
            The full variant of an image brings compilers, headers and tools that a program needs only to be built. The
            slim one of the same version has the same runtime on the same distribution, is often a fifth of the size,
            and has fewer packages that need updates. Sizes are estimates for `linux/amd64`, uncompressed.

            Speaks of shipped stages alone, and of variants of the same distribution: another C library or an image
            without a shell is a decision of its own. Silent where the stage compiles something.
            """)
        .bad(
            """
            FROM python:3.13
            WORKDIR /app
            COPY app.py ./
            CMD ["python", "app.py"]
            """)
        .good(
            """
            FROM python:3.13-slim
            WORKDIR /app
            COPY app.py ./
            CMD ["python", "app.py"]
            """)
        .fixedSometimes()
        .references(
            "https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> project.shippedStages(file).stream().map(Stage::root).distinct())
        .filter(stage -> !stage.from().image().text().contains("$"))
        .flatMap(stage -> SmallerImage.of(stage).stream())
        .map(this::judge);
  }

  private Finding judge(SmallerImage smaller) {
    Finding finding =
        smaller.megabytes().isPresent()
            ? finding(
                smaller,
                "'%s' does the same with about %s MB less; build on it",
                smaller.name(),
                Math.round(smaller.megabytes().getAsDouble()))
            : finding(smaller, "'%s' is smaller and does the same; build on it", smaller.name());
    return finding.fixedBy(Fix.risky("Build on " + smaller.name(), smaller.edit()));
  }
}
