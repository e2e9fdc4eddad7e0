package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ShellInScratch implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1026", "shell-in-scratch")
        .summary("RUN needs a shell where there is nothing")
        .why(
            """
            In a stage that begins with `scratch` there is no `/bin/sh`, so a `RUN` in shell form fails. Files come in
            with `COPY` and `ADD`; what has to be run is run in another stage.

            Silent after a `COPY` or `ADD`, which may have brought a shell.
            """)
        .bad(
            """
            FROM scratch
            RUN mkdir /data
            """)
        .good(
            """
            FROM scratch
            WORKDIR /data
            """)
        .fixedSometimes()
        .aliases("tally:shell-run-in-scratch")
        .references(
            "https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(stage -> stage.isScratch())
        .flatMap(
            stage ->
                stage.instructions().stream()
                    .takeWhile(step -> !(step instanceof Copy) && !(step instanceof Add))
                    .map(step -> step instanceof Onbuild later ? later.trigger() : step)
                    .filter(step -> step instanceof Run run && !run.command().isExec())
                    .map(step -> judge((Run) step)));
  }

  /** Risky: WORKDIR makes the folder, but it is also where the container starts. */
  private Finding judge(Run run) {
    Finding finding = finding(run.keyword(), "There is no shell here; use COPY or ADD");
    List<SimpleCommand> commands = run.command().script().commands();
    SimpleCommand first = commands.isEmpty() ? null : commands.get(0);
    boolean makesFolder = commands.size() == 1 && first.is("mkdir") && first.operands().size() == 1;
    return makesFolder
            && first.operands().get(0).prefix().startsWith("/")
            && first.operands().get(0).literal().isPresent()
        ? finding.fixedBy(
            Fix.risky(
                "Make the folder with WORKDIR",
                run.renameTo("WORKDIR"),
                run.command().range().replaceWith(first.operands().get(0).raw())))
        : finding.notFixedBecause("what it is there for only you know");
  }
}
