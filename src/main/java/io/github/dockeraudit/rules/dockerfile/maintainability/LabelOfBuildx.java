package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class LabelOfBuildx implements DockerfileRule {

  private static final Set<String> KEYS =
      Set.of(
          "com.docker.image.source.entrypoint",
          "org.opencontainers.image.revision",
          "org.opencontainers.image.source");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1346", "label-of-buildx")
        .offByDefault()
        .summary("A label is set that Buildx sets by itself")
        .why(
            """
            With `BUILDX_GIT_LABELS` Buildx gives an image the repository, the revision and the Dockerfile that it was
            built from. The same label in the Dockerfile is overridden then, and wrong wherever it was not kept up to
            date.

            Off by default: without that variable Buildx sets none.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            LABEL org.opencontainers.image.title="app" \\
                  org.opencontainers.image.revision="4f3e9c1"
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL org.opencontainers.image.title="app"
            """)
        .fixedSometimes()
        .aliases("tally:labels/no-buildx-git-overlap")
        .references("https://docs.docker.com/build/building/variables/#buildx_git_labels");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Label.class)
        .flatMap(
            label ->
                label.assignments().stream()
                    .filter(each -> each.name().literal().filter(KEYS::contains).isPresent())
                    .map(each -> judge(each, label, file)));
  }

  /** Risky: without {@code BUILDX_GIT_LABELS} the label is gone. */
  private Finding judge(Assignment each, Label label, Dockerfile file) {
    Finding finding = finding(each.name(), "Buildx sets '%s' by itself; leave it out", each.name());
    return Removal.of(each, label.assignments(), label, file)
        .map(edit -> finding.fixedBy(Fix.risky("Leave it to Buildx", edit)))
        .orElseGet(() -> finding.notFixedBecause("a comment stands beside it"));
  }
}
