package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Pipeline;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Span;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The passwords that commands in a Dockerfile give to users of the image. Nothing but the program
 * that reads them names them, as in {@code echo root:x | chpasswd}.
 */
final class UserPasswords {

  private UserPasswords() {}

  /** Where they stand; perhaps with more around them. */
  static Stream<SourceRange> in(Dockerfile file) {
    return file.commands("chpasswd", "passwd", "useradd", "usermod").flatMap(UserPasswords::of);
  }

  private static Stream<SourceRange> of(RunCommand call) {
    SimpleCommand command = call.command();
    if (command.is("useradd", "usermod")) {
      return command.flagValue("-p", "--password").map(Span::range).stream();
    }
    boolean namesUser = command.is("chpasswd");
    return namesUser || command.hasFlag("--stdin")
        ? input(call).map(Span::range).map(text -> namesUser ? afterColon(text) : text)
        : Stream.empty();
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
            .flatMap(UserPasswords::text);
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
