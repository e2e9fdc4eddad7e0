package io.github.dockeraudit.rules.dockerfile.correctness;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ShellFormCommand implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1005", "shell-form-command")
          .severity(WARNING)
          .summary("CMD or ENTRYPOINT is run through a shell that nobody asked for")
          .why(
              """
              In shell form Docker starts `/bin/sh -c`, and the program as its child. The shell
              does not pass `SIGTERM` on, so `docker stop` waits ten seconds and then kills the
              program in the middle of its work. As an `ENTRYPOINT` the shell form also ignores
              `CMD` and the arguments of `docker run`, and it fails in images without a shell.

              Where the shell is needed, say so with `SHELL`, or write
              `["/bin/sh", "-c", "exec program $ARGUMENT"]`.
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
          .aliases(
              "hadolint:DL3025",
              "buildkit:JSONArgsRecommended",
              "tally:buildkit/JSONArgsRecommended",
              "kics:not-using-json-in-cmd-and-entrypoint-arguments",
              "sonar:S7019",
              "semgrep:prefer-json-notation",
              "openrewrite:UseExecFormEntrypoint")
          .references("https://docs.docker.com/reference/build-checks/json-args-recommended/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream().flatMap(this::check);
  }

  private Stream<Finding> check(Stage stage) {
    return stage.instructions().stream()
        .filter(ShellFormCommand::isInShellForm)
        .filter(instruction -> stage.stateAt(instruction).shell().isEmpty())
        .map(
            instruction ->
                finding(
                    instruction.keyword(),
                    "%s runs in a shell, which keeps SIGTERM to itself; write a JSON array",
                    instruction.name()));
  }

  private static boolean isInShellForm(Instruction instruction) {
    return instruction instanceof Cmd cmd && isInShellForm(cmd.command())
        || instruction instanceof Entrypoint entrypoint && isInShellForm(entrypoint.command());
  }

  private static boolean isInShellForm(Command command) {
    return !command.isExec() && !command.isEmpty();
  }
}
