package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.SudoCalls;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record SudoInRun(boolean strict) implements DockerfileRule {

  /** Every call counts. */
  public SudoInRun() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1105", "sudo-in-run")
        .summary("RUN uses sudo")
        .why(
            """
            A `RUN` already has the rights of the user that `USER` sets: root, unless the file or the base image says
            otherwise. `sudo` needs a package and a rule without password that stay in the image, and give root to
            whoever breaks into the container later. It also changes the environment and passes signals on in its own
            way.
            """)
        .bad(
            """
            FROM jenkins/inbound-agent:3283.v92c105e0f819-8
            USER jenkins
            WORKDIR /home/jenkins/agent
            RUN sudo chown -R jenkins /opt
            """)
        .good(
            """
            FROM jenkins/inbound-agent:3283.v92c105e0f819-8
            USER jenkins
            WORKDIR /home/jenkins/agent
            USER root
            RUN chown -R jenkins /opt
            USER jenkins
            """)
        .fixedSometimes()
        .flag("strict", "Whether to judge as hadolint: only commands that begin with sudo")
        .aliases(
            "hadolint:DL3004",
            "tally:hadolint/DL3004",
            "trivy:DS-0010",
            "checkov:CKV2_DOCKER_1",
            "kics:run-using-sudo",
            "parfum:DL3004",
            "dockerfilelint:sudo_usage")
        .references("https://docs.docker.com/build/building/best-practices/#user");
  }

  @Override
  public Rule with(Options options) {
    return new SudoInRun(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commandsBy("sudo")
        .filter(call -> !strict || call.written().is("sudo"))
        .map(RunCommand::run)
        .distinct()
        .flatMap(run -> file.stageOf(run).flatMap(stage -> check(run, stage)).stream());
  }

  /** One finding a RUN is enough: whoever mends one sees the others. */
  private Optional<Finding> check(Run run, Stage stage) {
    return SudoCalls.in(run)
        .map(
            calls ->
                finding(
                        calls.first(),
                        "sudo leaves a way to root in the image; put USER before this RUN")
                    .mendedBy(() -> calls.remedy(stage)));
  }
}
