package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.OpenPipe;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record PipeWithoutPipefail(boolean strict) implements DockerfileRule {

  /** A failing echo is no matter. */
  public PipeWithoutPipefail() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1019", "pipe-without-pipefail")
        .summary("A failure in a pipe goes unnoticed")
        .why(
            """
            The shell takes a pipe for successful if its last command is: `curl ... | tar xz` goes on after half a
            download, and the image is built without what was to be in it. With `pipefail` the build stops there.
            Debian's `/bin/sh` did not know the option for long, so choose `bash`, or `ash` on Alpine, by `SHELL`.

            Silent for what can hardly fail, such as `echo`.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
            """)
        .good(
            """
            FROM debian:13-slim
            SHELL ["/bin/bash", "-o", "pipefail", "-c"]
            RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
            """)
        .fixedSometimes()
        .flag("strict", "Whether commands count too that can hardly fail")
        .aliases(
            "hadolint:DL4006",
            "tally:hadolint/DL4006",
            "kics:shell-running-a-pipe-without-pipefail-flag",
            "semgrep:set-pipefail")
        .references("https://docs.docker.com/build/building/best-practices/#using-pipes");
  }

  @Override
  public Rule with(Options options) {
    return new PipeWithoutPipefail(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().flatMap(stage -> check(OpenPipe.in(stage, strict), file));
  }

  private Stream<Finding> check(List<OpenPipe> pipes, Dockerfile file) {
    return pipes.stream()
        .map(
            pipe ->
                finding(
                        pipe,
                        "'%s' can fail in this pipe unnoticed; set SHELL with -o pipefail",
                        pipe.command().name().orElseThrow())
                    .mendedBy(() -> pipe.remedy(pipes, file)));
  }
}
