package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.LeadingCd;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CdInRun implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1301", "cd-in-run")
          .severity(WARNING)
          .summary("RUN begins with cd where WORKDIR does the same")
          .why(
              """
              A `cd` holds until the end of its `RUN` and no further. Readers have to look for it
              in every command, and the next `RUN` starts somewhere else. `WORKDIR` stands on a
              line of its own, creates the directory if it is missing, and holds until it is
              changed.
              """)
          .bad(
              """
              FROM eclipse-temurin:21-jdk
              COPY tools /opt/tools
              RUN cd /opt/tools && ./install.sh
              WORKDIR /app
              """)
          .good(
              """
              FROM eclipse-temurin:21-jdk
              COPY tools /opt/tools
              WORKDIR /opt/tools
              RUN ./install.sh
              WORKDIR /app
              """)
          .fix(SOMETIMES)
          .aliases(
              "hadolint:DL3003",
              "tally:hadolint/DL3003",
              "trivy:DS-0013",
              "kics:run-instruction-using-cd-instead-of-workdir",
              "semgrep:use-workdir")
          .references("https://docs.docker.com/build/building/best-practices/#workdir")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class).flatMap(run -> check(run, file).stream());
  }

  private Optional<Finding> check(Run run, Dockerfile file) {
    return firstCommand(run)
        .filter(command -> command.is("cd") && command.operands().size() == 1)
        .map(cd -> new LeadingCd(cd, run, file.stageOf(run)))
        .filter(LeadingCd::isKnownToDocker)
        .map(this::judge);
  }

  private Finding judge(LeadingCd leading) {
    SimpleCommand cd = leading.command();
    return finding(cd.name().orElseThrow(), message(cd), cd.operands().get(0))
        .mendedBy(leading::remedy);
  }

  /** What the shell itself does first, but for settings, and for making the directory. */
  private static Optional<SimpleCommand> firstCommand(Run run) {
    return run.command().script().block().children().stream()
        .flatMap(node -> node instanceof AndOr list ? list.children().stream() : Stream.of(node))
        .dropWhile(CdInRun::isPreparation)
        .findFirst()
        .filter(SimpleCommand.class::isInstance)
        .map(SimpleCommand.class::cast);
  }

  private static boolean isPreparation(Node node) {
    return node instanceof SimpleCommand command
        && (command.is("set", "export", ":") || command.name().isEmpty() || makesNext(command));
  }

  private static boolean makesNext(SimpleCommand command) {
    return command.is("mkdir")
        && command.operands().size() == 1
        && command
            .next()
            .filter(next -> next.raw().equals("cd " + command.operands().get(0)))
            .isPresent();
  }

  private static String message(SimpleCommand cd) {
    return cd.next().isEmpty()
        ? "cd has no effect after this RUN; say WORKDIR %s instead"
        : "cd holds for this RUN only; put WORKDIR %s before it";
  }
}
