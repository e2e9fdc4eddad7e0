package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Pipeline;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class PasswordInBuild implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1116", "password-in-build")
        .summary("RUN sets the password of a user")
        .why(
            """
            The password stands in the history of the image for all who can pull it, and it is the same in every
            container. Nobody has to log in to a container: `docker exec` needs no password.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN useradd app && echo "app:$PASSWORD" | chpasswd
            """)
        .good(
            """
            FROM debian:13-slim
            RUN useradd app
            """)
        .fixedSometimes()
        .aliases("checkov:CKV2_DOCKER_17")
        .references("https://cwe.mitre.org/data/definitions/798.html");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("chpasswd", "passwd", "useradd", "usermod")
        .filter(call -> setsPassword(call.command()))
        .map(call -> judge(call, file));
  }

  /** Risky: somebody may log in by it. */
  private Finding judge(RunCommand call, Dockerfile file) {
    Finding finding =
        finding(call.name(), "Everybody can read this password in the history; do without one");
    return without(call, file)
        .map(edit -> finding.fixedBy(Fix.risky("Set no password", edit)))
        .orElseGet(() -> finding.notFixedBecause("other commands depend on it"));
  }

  private static Optional<TextEdit> without(RunCommand call, Dockerfile file) {
    SimpleCommand command = call.command();
    if (!command.is("useradd", "usermod")) {
      Optional<Node> pipe = call.written().parent().filter(Pipeline.class::isInstance);
      return Removal.of(pipe.orElse(call.written()), file);
    }
    List<Word> words = command.words();
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).is("-p") || words.get(i).is("--password")) {
        return Removal.ofWords(command, i, i + 1);
      }
    }
    return Optional.empty();
  }

  private static boolean setsPassword(SimpleCommand command) {
    return command.is("chpasswd")
        || command.is("passwd") && command.hasFlag("--stdin")
        || command.is("useradd", "usermod")
            && command.hasFlag("-p", "--password")
            && !isLocked(command);
  }

  /**
   * Whether what it sets is the hash of no password: nobody can log in by that.
   *
   * @see <a href="https://man7.org/linux/man-pages/man5/shadow.5.html">shadow(5)</a>
   */
  private static boolean isLocked(SimpleCommand command) {
    return command
        .flagValue("-p", "--password")
        .filter(hash -> hash.prefix().startsWith("*") || hash.prefix().startsWith("!"))
        .isPresent();
  }
}
