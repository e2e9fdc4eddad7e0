package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Value;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.TextEdit;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record RelativeWorkdir(boolean asBuildKit, boolean strict) implements DockerfileRule {

  /** Paths are those of the platform, and the file says where a chain of them leads. */
  public RelativeWorkdir() {
    this(false, false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1015", "relative-workdir")
        .summary("The first WORKDIR of a stage is relative")
        .why(
            """
            A relative `WORKDIR` begins where the base image left off. Which folder that is stands nowhere in the file,
            and changes when the image does.

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
        .fixedSometimes()
        .flag("asBuildKit", "Whether Windows paths count as relative, as to BuildKit on Linux")
        .flag("strict", "Whether a relative path counts after an absolute one, too")
        .buildkit("WorkdirRelativePath")
        .aliases(
            "hadolint:DL3000",
            "trivy:DS-0009",
            "checkov:CKV_DOCKER_10",
            "kics:workdir-path-not-absolute",
            "sonar:S7021")
        .references("https://docs.docker.com/reference/build-checks/workdir-relative-path/");
  }

  @Override
  public Rule with(Options options) {
    return new RelativeWorkdir(
        options.flag("asBuildKit", asBuildKit), options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(
            stage ->
                stage
                    .all(Workdir.class)
                    .limit(strict ? Long.MAX_VALUE : 1)
                    .flatMap(workdir -> check(workdir, stage)));
  }

  private Stream<Finding> check(Workdir workdir, Stage stage) {
    State state = stage.stateAt(workdir);
    if (!isRelative(workdir, state)) {
      return Stream.empty();
    }
    return Stream.of(
        state.workdirInstruction().isEmpty()
            ? judge(workdir, stage.root().isScratch())
            : judge(workdir, state.locate(workdir.path())));
  }

  private boolean isRelative(Workdir workdir, State state) {
    return (strict || state.workdirInstruction().isEmpty())
        && state
            .expand(workdir.path())
            .text()
            .filter(path -> !path.isEmpty() && !State.isAbsolute(path, !asBuildKit))
            .isPresent();
  }

  private Finding judge(Workdir workdir, Value whole) {
    Finding finding =
        finding(
            workdir.path(),
            "'%s' begins where the last WORKDIR ends; write all of it",
            workdir.path());
    return whole
        .text()
        .filter(
            path ->
                !whole.isDefault()
                    && workdir.path().literal().isPresent()
                    && path.matches("[\\w./-]+"))
        .map(path -> workdir.path().range().replaceWith(path))
        .map(edit -> finding.fixedBy(Fix.safe("Write the whole path", edit)))
        .orElseGet(() -> finding.notFixedBecause("the whole path is not known"));
  }

  /** Risky unless there is no base image that may begin elsewhere than at the root. */
  private Finding judge(Workdir workdir, boolean isScratch) {
    TextEdit edit = workdir.path().range().insertBefore("/");
    String title = "Begin at the root";
    String message =
        isScratch
            ? "'%1$s' begins at the root; write /%1$s"
            : "'%s' begins wherever the base image ends; write the whole path, from / on";
    return finding(workdir.path(), message, workdir.path())
        .fixedBy(isScratch ? Fix.safe(title, edit) : Fix.risky(title, edit));
  }
}
