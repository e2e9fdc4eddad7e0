package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.REFRESH;
import static io.github.dockeraudit.facts.PackageCommand.Action.UPGRADE;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Block;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;

/** Fetches the lists of Debian packages in the RUN that installs from them, not in one before. */
public final class JoinedUpdate {

  private final PackageCommand update;
  private final Layer layer;

  /**
   * @param update the command that fetches them
   * @param layer its RUN, which installs nothing
   */
  public JoinedUpdate(PackageCommand update, Layer layer) {
    this.update = update;
    this.layer = layer;
  }

  /** The edits, or why they cannot be made. */
  public Remedy remedy() {
    Optional<Run> next = nextRun();
    Optional<TextEdit> there = next.flatMap(this::insertion);
    if (there.isEmpty()) {
      return Remedy.none(
          next.isEmpty()
              ? "no RUN of that user comes next"
              : "the RUN after it does not begin by installing");
    }
    return removal(next.get())
        .map(here -> Remedy.intended("Update where you install", List.of(here, there.get())))
        .orElseGet(() -> Remedy.none("other commands depend on it"));
  }

  /** The next RUN of the same user; what stands between, no list is needed for. */
  private Optional<Run> nextRun() {
    for (Instruction instruction : layer.stage().instructions()) {
      if (instruction.range().start() > layer.run().range().start()) {
        if (instruction instanceof User) {
          return Optional.empty();
        }
        if (instruction instanceof Run run) {
          return Optional.of(run);
        }
      }
    }
    return Optional.empty();
  }

  /** What is said right above a RUN in which nothing else is done speaks of the next one, too. */
  private Optional<TextEdit> removal(Run next) {
    SourceRange lines = layer.run().range();
    return Removal.of(update.command(), layer.file())
        .map(
            edit ->
                edit.range().contains(lines) && lines.end() == next.range().start()
                    ? lines.delete()
                    : edit);
  }

  private Optional<TextEdit> insertion(Run run) {
    return PackageCommand.all(run.command().script()).stream()
        .filter(command -> command.manager() == PackageManager.APT)
        .filter(command -> command.does(INSTALL, REFRESH, UPGRADE))
        .findFirst()
        .filter(first -> !first.does(REFRESH) && !run.command().isExec())
        .flatMap(first -> before(first, run));
  }

  /** As part of a chain, or as a command of its own where an error ends the script. */
  private Optional<TextEdit> before(PackageCommand install, Run run) {
    Block script = run.command().script().block();
    Node parent = install.command().parent().orElseThrow();
    Node step = step(install, parent);
    String fetch = step(update, update.command().parent().orElseThrow()).raw();
    boolean isChain =
        parent == script && script.children().size() == 1
            || parent instanceof AndOr list
                && list.operators().stream().allMatch(AndOr.Operator.AND::equals)
                && script.children().size() == 1;
    if (isChain) {
      return Optional.of(step.range().insertBefore(fetch + " && "));
    }
    boolean stops = script.commands().get(0).is("set") && script.commands().get(0).hasFlag("-e");
    return parent == script && stops && script.commands().get(0) != step
        ? Optional.of(step.range().insertBefore(fetch + "; "))
        : Optional.empty();
  }

  /** The command with its wrappers. */
  private static Node step(PackageCommand command, Node parent) {
    return parent.children().stream()
        .filter(child -> child.range().contains(command.range()))
        .findFirst()
        .map(Node.class::cast)
        .orElse(command.command());
  }
}
