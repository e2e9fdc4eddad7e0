package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.facts.CutCommand;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record HostCommand(boolean strict) implements DockerfileRule {

  private static final String[] SENSELESS = {
    "ssh", "vim", "shutdown", "service", "ps", "free", "top", "kill", "mount"
  };

  /** What other commands of the build may need is not looked at. */
  public HostCommand() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1022", "host-command")
        .summary("RUN calls a program that makes no sense in a build")
        .why(
            """
            `ssh` needs somebody to type, `service` and `shutdown` an init system, `mount` rights that a build does not
            have, and `ps` or `top` show the processes of the build alone. Most such lines were pasted from instructions
            for a machine.

            Silent for a service that later commands of the same `RUN` may use, for `kill` after other commands, which
            may have started something, and for `ssh` in a `RUN` that mounts the agent.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN service nginx start
            CMD ["nginx", "-g", "daemon off;"]
            """)
        .good(
            """
            FROM debian:13-slim
            CMD ["nginx", "-g", "daemon off;"]
            """)
        .fixedSometimes()
        .flag("strict", "Whether programs count too that other commands of the RUN may need")
        .aliases(
            "hadolint:DL3001",
            "tally:hadolint/DL3001",
            "kics:run-utilities-and-posix-commands",
            "semgrep:nonsensical-command")
        .references("https://docs.docker.com/build/building/best-practices/#decouple-applications");
  }

  @Override
  public Rule with(Options options) {
    return new HostCommand(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands(SENSELESS)
        .filter(call -> strict || !isOfUse(call))
        .map(call -> judge(call, file));
  }

  private static boolean isOfUse(RunCommand call) {
    SimpleCommand command = call.command();
    List<SimpleCommand> all = call.run().command().script().commands();
    if (command.is("ssh")) {
      return call.run().mounts().stream().anyMatch(mount -> mount.type().equals("ssh"));
    }
    return command.is("kill") && all.indexOf(call.written()) > 0
        || command.is("service") && isFollowed(all);
  }

  /** Whether anything else comes after the first service; the last may be there to end it. */
  private static boolean isFollowed(List<SimpleCommand> all) {
    return all.stream()
        .dropWhile(command -> !command.unwrapped().is("service"))
        .anyMatch(command -> !command.unwrapped().is("service"));
  }

  private Finding judge(RunCommand call, Dockerfile file) {
    return finding(
            call.name(),
            "'%s' makes no sense while an image is built; leave it out",
            call.command().program().orElseThrow())
        .mendedBy(() -> remedy(call, file));
  }

  /** What only shows something can go; a service may be there for what comes after it. */
  private static Remedy remedy(RunCommand call, Dockerfile file) {
    boolean isAlone = call.run().command().script().commands().size() == 1;
    boolean isIdle =
        call.command().is("ps", "free", "top", "vim") || call.command().is("service") && isAlone;
    return CutCommand.of(call.written(), call.run(), file)
        .filter(edit -> isIdle)
        .map(edit -> Remedy.risky("Leave it out", edit))
        .orElseGet(() -> Remedy.none("what comes after it may need it"));
  }
}
