package io.github.dockeraudit.facts.command;

import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.stream.Stream;

/** Reads what the commands of developers run. */
public final class CommandLines {

  private CommandLines() {}

  /** Each line by itself, as make runs them, without the signs that are for make. */
  public static Stream<SimpleCommand> of(DeveloperCommand command) {
    return lines(command.body())
        .map(line -> Script.parse(MappedText.of(line), Dialect.POSIX))
        .flatMap(script -> script.commands().stream())
        .map(SimpleCommand::unwrapped)
        .filter(run -> !run.is("echo", "printf"));
  }

  private static Stream<SourceRange> lines(SourceRange body) {
    String text = body.text();
    Stream.Builder<SourceRange> lines = Stream.builder();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int first = start;
      while (first < end && "@-+ \t\"'".indexOf(text.charAt(first)) >= 0) {
        first++;
      }
      int last = end;
      while (last > first && "\"'\r ".indexOf(text.charAt(last - 1)) >= 0) {
        last--;
      }
      lines.add(body.source().range(body.start() + first, body.start() + last));
      start = end + 1;
    }
    return lines.build();
  }
}
