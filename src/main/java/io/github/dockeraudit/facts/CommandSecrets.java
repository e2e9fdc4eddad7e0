package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Pipeline;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Span;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The secrets in the commands of a Dockerfile that nothing names but the program that takes them,
 * as in {@code echo root:x | chpasswd}.
 */
final class CommandSecrets {

  /** Programs that are asked, among many others, for what follows. */
  private static final String[] PROGRAMS = {
    "aws",
    "chpasswd",
    "composer",
    "docker",
    "helm",
    "npm",
    "openssl",
    "passwd",
    "podman",
    "pnpm",
    "poetry",
    "skopeo",
    "ssh-keygen",
    "useradd",
    "usermod",
    "yarn"
  };

  private CommandSecrets() {}

  /** Where they stand; perhaps with more around them. */
  static Stream<SourceRange> in(Dockerfile file) {
    return file.commands(PROGRAMS).flatMap(CommandSecrets::of);
  }

  private static Stream<SourceRange> of(RunCommand call) {
    SimpleCommand command = call.command();
    if (command.is("useradd", "usermod")) {
      return value(command, "-p", "--password");
    } else if (command.is("ssh-keygen")) {
      return value(command, "-N");
    } else if (command.is("openssl")) {
      return value(command, "-k", "-K");
    } else if (command.is("chpasswd")) {
      return input(call).map(Span::range).map(CommandSecrets::afterColon);
    } else if (command.hasFlag("--stdin", "--password-stdin")) {
      return input(call).map(Span::range);
    }
    return settings(command.operands());
  }

  private static Stream<SourceRange> value(SimpleCommand command, String... flags) {
    return command.flagValue(flags).map(Span::range).stream();
  }

  /** As in {@code aws configure set aws_secret_access_key x}. */
  private static Stream<SourceRange> settings(List<Word> operands) {
    return IntStream.range(1, operands.size())
        .filter(i -> Secrets.isSecret(operands.get(i - 1).prefix()))
        .mapToObj(i -> operands.get(i).range());
  }

  /** What a command is given to read, as far as it is written down. */
  private static Stream<? extends Span> input(RunCommand call) {
    Optional<Node> pipe = call.written().parent().filter(Pipeline.class::isInstance);
    Stream<? extends Span> piped =
        pipe.stream()
            .flatMap(whole -> whole.commands().stream())
            .filter(writer -> writer.is("echo", "printf"))
            .flatMap(writer -> writer.arguments().stream());
    Stream<? extends Span> redirected =
        Stream.of(call.written(), call.command())
            .distinct()
            .flatMap(reader -> reader.redirections().stream())
            .filter(redirection -> redirection.descriptor() == 0)
            .flatMap(CommandSecrets::text);
    return Stream.concat(piped, redirected);
  }

  private static Stream<? extends Span> text(Redirection redirection) {
    return redirection.operator() == Redirection.Operator.HERE_STRING
        ? Stream.of(redirection.target())
        : redirection.body().stream();
  }

  private static SourceRange afterColon(SourceRange text) {
    return text.source().range(text.start() + text.text().indexOf(':') + 1, text.end());
  }
}
