package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.Block;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds a command to the end of a {@code RUN}, in the way that its others are written. */
public final class AddedCommand {

  /** A continuation line that begins with {@code &&}, or comes after one that ends with it. */
  private static final Pattern LINE =
      Pattern.compile("\\n(?<before>[ \\t]*)&&|&&[ \\t]*[^\\s\\w]\\r?\\n(?<after>[ \\t]*)");

  private AddedCommand() {}

  /**
   * The edit that has the command run last if all before it went well; empty where the end of the
   * script is not plain: after a heredoc, a comment, {@code ;} or {@code &}, and in a JSON array.
   */
  public static Optional<TextEdit> atEndOf(Run run, Dockerfile file, String command) {
    Command before = run.command();
    if (before.isExec() || before.script().remainder().isPresent()) {
      return Optional.empty();
    }
    if (before.isLoneHeredoc()) {
      return inHeredoc(run, command);
    }
    return run.heredocs().isEmpty() && endsPlainly(before)
        ? Optional.of(
            before
                .range()
                .insertAfter(joint(before.range(), file.directives().escapeCharacter()) + command))
        : Optional.empty();
  }

  private static boolean endsPlainly(Command command) {
    Block block = command.script().block();
    List<? extends Node> parts = block.children();
    if (parts.isEmpty()) {
      return false;
    }
    Node last = parts.get(parts.size() - 1);
    return !last.inBackground() && last.range().end() == command.range().end();
  }

  /** What stands between the last command and the one that is added: as before the last line. */
  private static String joint(SourceRange range, char escape) {
    String text = range.text();
    String lineBreak = " " + escape + range.source().lineEnding();
    int lastLine = text.lastIndexOf('\n') + 1;
    String joint = lastLine == 0 ? " && " : lineBreak + indentation(text, lastLine) + "&& ";
    Matcher lines = LINE.matcher(text);
    while (lines.find()) {
      joint =
          lines.group("before") == null
              ? " &&" + lineBreak + lines.group("after")
              : lineBreak + lines.group("before") + "&& ";
    }
    return joint;
  }

  private static String indentation(String text, int from) {
    int end = from;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(from, end);
  }

  /** A script that goes on after an error would go on to hide it. */
  private static boolean stopsAtErrors(Command script) {
    return script.script().commands().stream()
        .findFirst()
        .filter(first -> first.is("set") && first.hasFlag("-e"))
        .isPresent();
  }

  private static Optional<TextEdit> inHeredoc(Run run, String command) {
    SourceRange body = run.heredocs().get(0).body();
    String text = body.text();
    if (run.heredocs().size() > 1 || !text.endsWith("\n") || !stopsAtErrors(run.command())) {
      return Optional.empty();
    }
    return Optional.of(body.insertAfter(command + body.source().lineEnding()));
  }
}
