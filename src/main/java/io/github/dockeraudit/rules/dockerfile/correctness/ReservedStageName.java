package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.StageRename;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ReservedStageName implements DockerfileRule {

  private static final Set<String> RESERVED = Set.of("scratch", "context");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1012", "reserved-stage-name")
        .summary("A stage has a name that means something else to Docker")
        .why(
            """
            `scratch` is the image with nothing in it, and `context` the files that the build was given. A stage of that
            name cannot be reached by it: `FROM scratch` goes on to mean the empty image.
            """)
        .bad(
            """
            FROM golang:1.25 AS scratch
            RUN go build -o /app ./cmd
            """)
        .good(
            """
            FROM golang:1.25 AS scratch-stage
            RUN go build -o /app ./cmd
            """)
        .fixedAlways()
        .buildkit("ReservedStageName")
        .aliases("hadolint:DL3063")
        .references("https://docs.docker.com/reference/build-checks/reserved-stage-name/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(stage -> stage.name().filter(RESERVED::contains).isPresent())
        .map(stage -> judge(stage, file));
  }

  /** Risky: a build may ask for it by --target. */
  private Finding judge(Stage stage, Dockerfile file) {
    String name = stage.name().orElseThrow();
    String free = StageRename.free(file, name + "-stage");
    return finding(
            stage.from().alias().orElseThrow(),
            "'%s' means something else to Docker; give the stage another name",
            name)
        .fixedBy(Fix.risky("Call it " + free, StageRename.edits(file, stage, free)));
  }
}
