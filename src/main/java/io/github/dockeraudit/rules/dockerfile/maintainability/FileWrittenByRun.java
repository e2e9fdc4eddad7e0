package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class FileWrittenByRun implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1334", "file-written-by-run")
        .offByDefault()
        .summary("RUN only writes a file that COPY could bring")
        .why(
            """
            In a heredoc of `COPY` a file stands as it will be, without the quotes and escapes that `echo` needs, and no
            shell has to run for it.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN echo 'Acquire::Retries "3";' > /etc/apt/apt.conf.d/80-retries
            """)
        .good(
            """
            FROM debian:13-slim
            COPY <<"EOF" /etc/apt/apt.conf.d/80-retries
            Acquire::Retries "3";
            EOF
            """)
        .fixedSometimes()
        .aliases("tally:prefer-copy-heredoc")
        .references("https://docs.docker.com/reference/dockerfile/#here-documents");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(
            file ->
                file.commands("echo", "printf", "cat")
                    .filter(FileWrittenByRun::isAll)
                    .map(call -> judge(call, file)));
  }

  private static boolean isAll(RunCommand call) {
    List<Redirection> redirections = call.command().redirections();
    return call.run().command().script().commands().size() == 1
        && call.run().command().script().block().children().size() == 1
        && redirections.stream().anyMatch(FileWrittenByRun::isWrite)
        && (!call.command().is("cat") || redirections.size() > 1)
        && !call.run().command().isExec();
  }

  private static boolean isWrite(Redirection redirection) {
    return redirection.operator() == Redirection.Operator.WRITE
        && redirection.target().literal().filter(path -> !path.startsWith("/dev/")).isPresent();
  }

  private Finding judge(RunCommand call, Dockerfile file) {
    Finding finding = finding(call.name(), "All that this RUN does is to write a file; COPY it");
    Optional<String> line = line(call.command());
    Run run = call.run();
    boolean isRoot =
        file.stageOf(run)
            .map(stage -> stage.stateAt(run).user())
            .filter(user -> user.isUnset() || user.text().filter(EffectiveUser::isRoot).isPresent())
            .isPresent();
    if (line.isEmpty() || run.isTrigger() || !isRoot) {
      return finding.notFixedBecause("the shell or the user has a say in what is written");
    }
    String newline = run.range().source().lineEnding();
    String path = call.command().redirections().get(0).target().literal().orElseThrow();
    String copy = "COPY <<\"EOF\" " + path + newline + line.get() + newline + "EOF" + newline;
    return finding.fixedBy(Fix.intended("Write it with COPY", run.range().replaceWith(copy)));
  }

  /** The one line that is written, as far as no shell has a part in it. */
  private static Optional<String> line(SimpleCommand command) {
    boolean isPlain =
        command.is("echo") && command.arguments().size() == 1 && command.redirections().size() == 1;
    return isPlain
        ? command
            .arguments()
            .get(0)
            .literal()
            .filter(text -> !text.startsWith("-") && text.indexOf('\\') < 0 && !text.equals("EOF"))
            .filter(text -> command.arguments().get(0).isQuoted() && text.indexOf('\n') < 0)
            .filter(text -> isAbsolute(command.redirections().get(0).target()))
        : Optional.empty();
  }

  private static boolean isAbsolute(Word path) {
    return path.literal().filter(it -> it.startsWith("/") && it.indexOf(' ') < 0).isPresent();
  }
}
