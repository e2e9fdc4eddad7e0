package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ReplacedShell implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1311", "replaced-shell")
        .summary("RUN replaces /bin/sh by another shell")
        .why(
            """
            Every script of the distribution that begins with `#!/bin/sh` gets the other shell as well, also at run
            time, and an update of a package may put the old one back. `SHELL` chooses the shell for the instructions of
            the Dockerfile and leaves the system alone.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN ln -sf /bin/bash /bin/sh
            """)
        .good(
            """
            FROM debian:13-slim
            SHELL ["/bin/bash", "-c"]
            """)
        .fixedSometimes()
        .aliases(
            "hadolint:DL4005",
            "tally:hadolint/DL4005",
            "kics:changing-default-shell-using-run-command",
            "semgrep:use-shell-instruction")
        .references("https://docs.docker.com/reference/dockerfile/#shell");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("ln")
        .filter(link -> replacesShell(link.command()))
        .map(link -> judge(link.command(), link.run()));
  }

  private static boolean replacesShell(SimpleCommand link) {
    List<Word> operands = link.operands();
    return operands.size() > 1 && operands.get(operands.size() - 1).is("/bin/sh");
  }

  private Finding judge(SimpleCommand command, Run run) {
    Finding finding =
        finding(
            command.name().orElseThrow(),
            "This changes the shell of every script; say SHELL instead");
    Optional<String> shell = command.operands().get(0).literal();
    boolean isAll = run.command().script().commands().size() == 1 && !run.isTrigger();
    return shell.isPresent() && shell.get().startsWith("/") && isAll
        ? finding.fixedBy(
            Fix.risky(
                "Say SHELL",
                run.renameTo("SHELL"),
                run.command().range().replaceWith("[\"%s\", \"-c\"]".formatted(shell.get()))))
        : finding.notFixedBecause("the RUN does more than that");
  }
}
