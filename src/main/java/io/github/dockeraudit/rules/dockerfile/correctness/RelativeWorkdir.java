package io.github.dockeraudit.rules.dockerfile.correctness;

import static io.github.dockeraudit.rule.FixPromise.ALWAYS;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.TextEdit;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record RelativeWorkdir(boolean asBuildKit) implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1015", "relative-workdir")
          .severity(WARNING)
          .summary("The first WORKDIR of a stage is relative")
          .why(
              """
              A relative `WORKDIR` begins where the base image left off. Which folder that is stands nowhere in
              the file, and changes when the image does.

              A relative `WORKDIR` after an absolute one is fine: the file says where it leads.
              """)
          .bad(
              """
              FROM eclipse-temurin:21-jre
              WORKDIR app
              COPY app.jar ./
              """)
          .good(
              """
              FROM eclipse-temurin:21-jre
              WORKDIR /app
              COPY app.jar ./
              """)
          .fix(ALWAYS)
          .option(
              "asBuildKit",
              Option.Type.FLAG,
              "false",
              "Whether Windows paths count as relative, as to BuildKit on Linux")
          .aliases(
              "hadolint:DL3000",
              "buildkit:WorkdirRelativePath",
              "tally:buildkit/WorkdirRelativePath",
              "trivy:DS-0009",
              "checkov:CKV_DOCKER_10",
              "kics:workdir-path-not-absolute",
              "sonar:S7021",
              "dockadvisor:WorkdirRelativePath")
          .references("https://docs.docker.com/reference/build-checks/workdir-relative-path/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Paths are those of the platform. */
  public RelativeWorkdir() {
    this(false);
  }

  @Override
  public Rule with(Options options) {
    return new RelativeWorkdir(options.flag("asBuildKit", asBuildKit));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(
            stage ->
                stage
                    .all(Workdir.class)
                    .limit(1)
                    .filter(workdir -> isRelative(workdir, stage.stateAt(workdir)))
                    .map(workdir -> judge(workdir, stage.root().isScratch())));
  }

  private boolean isRelative(Workdir workdir, State state) {
    return state.workdirInstruction().isEmpty()
        && state
            .expand(workdir.path())
            .text()
            .filter(path -> !path.isEmpty() && !State.isAbsolute(path, !asBuildKit))
            .isPresent();
  }

  /** Risky unless there is no base image that may begin elsewhere than at the root. */
  private Finding judge(Workdir workdir, boolean isScratch) {
    TextEdit edit = workdir.path().range().insertBefore("/");
    String title = "Begin at the root";
    return finding(
            workdir.path(),
            "'%s' begins wherever the base image ends; write /%s",
            workdir.path(),
            workdir.path())
        .fixedBy(isScratch ? Fix.safe(title, edit) : Fix.risky(title, edit));
  }
}
