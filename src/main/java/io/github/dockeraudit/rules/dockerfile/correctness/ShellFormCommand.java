package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ExecForm;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record ShellFormCommand(boolean strict) implements DockerfileRule {

  /** A shell that is asked for is fine, and so is one for a health check. */
  public ShellFormCommand() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1005", "shell-form-command")
        .summary("CMD or ENTRYPOINT is run through a shell that nobody asked for")
        .why(
            """
            In shell form Docker starts `/bin/sh -c`, and that the program. A shell that stays does not pass `SIGTERM`
            on, so `docker stop` waits ten seconds and then kills the program in the middle of its work; with `exec` the
            program takes its place and is told. Either way the command fails in an image without a shell, and an
            `ENTRYPOINT` ignores `CMD` and the arguments of `docker run`.

            Where the shell is needed, say so with `SHELL`, or write `["/bin/sh", "-c", "exec program $ARGUMENT"]`.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            ENTRYPOINT java -jar /app/app.jar
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            ENTRYPOINT ["java", "-jar", "/app/app.jar"]
            """)
        .fixedSometimes()
        .flag(
            "strict",
            "Whether to judge as hadolint: health checks count, and commands for a shell that SHELL names")
        .buildkit("JSONArgsRecommended")
        .aliases(
            "hadolint:DL3025",
            "kics:not-using-json-in-cmd-and-entrypoint-arguments",
            "sonar:S7019",
            "semgrep:prefer-json-notation",
            "openrewrite:UseExecFormEntrypoint")
        .references("https://docs.docker.com/reference/build-checks/json-args-recommended/");
  }

  @Override
  public Rule with(Options options) {
    return new ShellFormCommand(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Stage stage) {
    return stage.instructions().stream()
        .flatMap(
            instruction ->
                command(instruction)
                    .filter(command -> strict || stage.stateAt(instruction).shell().isEmpty())
                    .map(command -> judge(instruction, command, stage))
                    .stream());
  }

  private Finding judge(Instruction instruction, Command command, Stage stage) {
    if (instruction instanceof Healthcheck) {
      return finding(instruction.keyword(), "HEALTHCHECK runs in a shell; write a JSON array")
          .notFixedBecause("a shell does no harm there");
    }
    return finding(instruction, command, stage)
        .mendedBy(() -> ExecForm.remedy(instruction, command, stage));
  }

  private Finding finding(Instruction instruction, Command command, Stage stage) {
    List<SimpleCommand> commands = command.script().commands();
    boolean needsShell = commands.size() > 1 && !stage.finalState().isWindows();
    String problem =
        leavesTheShell(commands)
            ? "%s starts in a shell that nobody named; write a JSON array, or set SHELL"
            : needsShell
                ? "%s keeps a shell, which may not pass SIGTERM on; exec the program and set SHELL"
                : "%s runs in a shell, which may not pass SIGTERM on; write a JSON array";
    return finding(instruction.keyword(), problem, instruction.name());
  }

  private Optional<Command> command(Instruction instruction) {
    return instruction instanceof Run || !strict && instruction instanceof Healthcheck
        ? Optional.empty()
        : Command.of(instruction).filter(command -> !command.isExec() && !command.isEmpty());
  }

  private static boolean leavesTheShell(List<SimpleCommand> commands) {
    return !commands.isEmpty() && commands.get(commands.size() - 1).is("exec");
  }
}
