package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ExecForm;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MalformedExecForm implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1027", "malformed-exec-form")
        .summary("A command looks like a JSON array and is none")
        .why(
            """
            Docker takes anything that is not valid JSON for the shell form: `CMD ['app']` has the shell look for a
            program called `[app]`, which fails when the container starts. JSON has double quotes alone, no comma at the
            end, and every backslash doubled.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            ENTRYPOINT ['java', '-jar', '/app/app.jar']
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            ENTRYPOINT ["java", "-jar", "/app/app.jar"]
            """)
        .fixedSometimes()
        .aliases(
            "sonar:S7030",
            "tally:invalid-json-form",
            "dockadvisor:CmdInvalidExecForm",
            "dockadvisor:EntrypointInvalidExecForm",
            "dockadvisor:RunInvalidExecForm")
        .references("https://docs.docker.com/reference/dockerfile/#shell-and-exec-form");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(
            stage ->
                Stream.concat(
                    stage.all(Cmd.class).flatMap(cmd -> check(cmd, cmd.command(), stage)),
                    stage.all(Entrypoint.class).flatMap(it -> check(it, it.command(), stage))));
  }

  private Stream<Finding> check(Instruction instruction, Command command, Stage stage) {
    return looksLikeArray(command)
        ? Stream.of(
            finding(command, "This is no JSON, so a shell gets it as it is; write a JSON array")
                .mendedBy(() -> ExecForm.remedy(instruction, command, stage)))
        : Stream.empty();
  }

  /** A test of the shell begins with a bracket, too, but with no quote right behind it. */
  private static boolean looksLikeArray(Command command) {
    String text = command.isExec() ? "" : command.text().text().strip();
    String inside = text.startsWith("[") ? text.substring(1).stripLeading() : "";
    return inside.startsWith("\"") || inside.startsWith("'");
  }
}
