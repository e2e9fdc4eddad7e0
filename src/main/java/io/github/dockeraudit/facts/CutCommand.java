package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.Optional;

/** Takes a command out of a {@code RUN}, and the RUN with it where it does nothing else. */
public final class CutCommand {

  private CutCommand() {}

  /**
   * The edit that has the rest of the RUN run as before; empty where the command decides what else
   * is run, or where comments stand between it and its neighbours.
   */
  public static Optional<TextEdit> of(SimpleCommand command, Run run, Dockerfile file) {
    if (run.command().isExec() || !run.heredocs().isEmpty() || run.isTrigger()) {
      return Optional.empty();
    }
    if (run.command().script().commands().size() == 1) {
      return Optional.of(file.extent(run).delete());
    }
    Optional<Node> parent = command.parent();
    return parent.filter(AndOr.class::isInstance).isPresent()
        ? among((AndOr) parent.get(), command)
        : Optional.empty();
  }

  private static Optional<TextEdit> among(AndOr list, SimpleCommand command) {
    boolean runsAll = list.operators().stream().allMatch(AndOr.Operator.AND::equals);
    int place = list.children().indexOf(command);
    if (!runsAll || place < 0 || list.inBackground()) {
      return Optional.empty();
    }
    SourceRange own = command.range();
    SourceRange neighbour = list.children().get(place == 0 ? 1 : place - 1).range();
    SourceRange cut =
        place == 0
            ? own.source().range(own.start(), neighbour.start())
            : own.source().range(neighbour.end(), own.end());
    return cut.text().indexOf('#') < 0 ? Optional.of(cut.delete()) : Optional.empty();
  }
}
