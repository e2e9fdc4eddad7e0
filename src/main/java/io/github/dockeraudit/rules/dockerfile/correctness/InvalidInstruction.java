package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Problem;
import io.github.dockeraudit.dockerfile.Unknown;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InvalidInstruction implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1002", "invalid-instruction")
        .summary("Docker rejects the Dockerfile")
        .why(
            """
            `docker build` stops at this line before it runs anything. The findings of this rule are what BuildKit would
            say, in its order, and all of them at once.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY --chonw=1000 app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY --chown=1000 app.jar /app/
            """)
        .fixedSometimes()
        .aliases(
            "hadolint:DL1000",
            "hadolint:DL3011",
            "hadolint:DL3043",
            "hadolint:DL3061",
            "trivy:DS-0008",
            "kics:unix-ports-out-of-range",
            "dockerfilelint:invalid_port",
            "tally:hadolint/DL3043",
            "tally:hadolint/DL3061",
            "sonar:S2260",
            "dockerfilelint:required_params",
            "dockerfilelint:missing_args",
            "dockerfilelint:extra_args",
            "dockerfilelint:from_first",
            "dockerfilelint:healthcheck_options_missing_args",
            "tally:require-stages",
            "tally:invalid-onbuild-trigger",
            "tally:hadolint/DL3011",
            "semgrep:invalid-port")
        .aliasesOf(
            "dockadvisor",
            """
            FromMissingImage FromInvalidImageReference FromInvalidPlatform
            FromInvalidStageName RunMissingCommand CmdMissingCommand
            EntrypointMissingCommand ShellMissingConfig VolumeMissingPath
            UserMissingValue UserInvalidFormat LabelMissingKeyValue
            LabelInvalidFormat EnvMissingKeyValue EnvInvalidFormat ArgMissingName
            ArgInvalidFormat CopyMissingArguments AddMissingArguments
            OnbuildMissingInstruction StopsignalMissingValue MaintainerMissingName
            VolumeInvalidJsonForm CopyInvalidFlag AddInvalidFlag
            RunInvalidMountFlag RunInvalidNetworkFlag RunInvalidSecurityFlag
            ShellRequiresJsonForm ShellInvalidJsonForm HealthcheckMissingCmd
            ExposePortOutOfRange ExposeInvalidProtocol
            """)
        .references("https://docs.docker.com/reference/dockerfile/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    if (!file.directives().isDockerSyntax() || file.problems().isEmpty()) {
      return Stream.empty();
    }
    return file.problems().stream()
        .filter(problem -> !isUnknownInstruction(problem, file))
        .map(problem -> judge(problem, file));
  }

  private Finding judge(Problem problem, Dockerfile file) {
    Finding finding =
        finding(problem, "%s", problem.message())
            .knownAs("hadolint:" + hadolintCode(problem, file));
    return problem
        .remedy()
        .map(meant -> finding.fixedBy(Fix.intended("Write what was meant", meant)))
        .orElse(finding);
  }

  private static String hadolintCode(Problem problem, Dockerfile file) {
    Optional<Instruction> at = file.instructionAt(problem.range().start());
    if (at.filter(Onbuild.class::isInstance).isPresent()) {
      return "DL3043";
    }
    if (at.filter(Expose.class::isInstance).isPresent()) {
      return "DL3011";
    }
    boolean isBeforeAnyStage =
        at.filter(instruction -> !(instruction instanceof Arg)).isPresent()
            && (file.stages().isEmpty()
                || problem.range().start() < file.stages().get(0).from().range().start());
    return isBeforeAnyStage && problem.kind() != Problem.Kind.SYNTAX ? "DL3061" : "DL1000";
  }

  /** These are told by a rule of their own, which knows what may have been meant. */
  private static boolean isUnknownInstruction(Problem problem, Dockerfile file) {
    return file.instructionAt(problem.range().start())
        .filter(Unknown.class::isInstance)
        .map(Instruction::keyword)
        .filter(keyword -> !keyword.isEmpty() && keyword.range().equals(problem.range()))
        .isPresent();
  }
}
