package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Pipeline;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** Commands joined by {@code &&} alone, which {@code set -e} stops at just where that does. */
public final class PlainChain {

  private PlainChain() {}

  /** The chain that is all of what a RUN runs; empty for any other script. */
  public static Optional<AndOr> of(Run run) {
    if (run.command().isExec() || !run.heredocs().isEmpty()) {
      return Optional.empty();
    }
    Script script = run.command().script();
    List<? extends Node> parts = script.block().children();
    return parts.size() == 1
            && script.remainder().isEmpty()
            && parts.get(0) instanceof AndOr chain
            && !chain.operators().contains(AndOr.Operator.OR)
            && arePlain(chain.children())
        ? Optional.of(chain)
        : Optional.empty();
  }

  private static boolean arePlain(List<? extends Node> nodes) {
    for (Node node : nodes) {
      if (!isPlain(node)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(Node node) {
    if (node instanceof Pipeline pipe) {
      return !pipe.raw().startsWith("!") && arePlain(pipe.children());
    }
    return node instanceof SimpleCommand command
        && command.commands().size() <= 1
        && command.script().isEmpty()
        && !command.is("set", "exit", "exec");
  }
}
