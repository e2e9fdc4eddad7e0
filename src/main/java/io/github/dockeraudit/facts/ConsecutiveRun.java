package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.shell.Block;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two {@code RUN} instructions with nothing in between that could be one.
 *
 * @param earlier the first
 * @param later the second
 * @param file where they stand
 */
public record ConsecutiveRun(Run earlier, Run later, Dockerfile file) {

  /** So many commands in a RUN are a step of their own. */
  private static final int MANY = 2;

  private static final String SEPARATORS = ";&|";

  /**
   * The pairs of a stage, in file order; a comment between them parts them no more than a line.
   *
   * @param asBash whether commands of other languages are counted as Bash would read them, and only
   *     those that begin with a name
   */
  public static List<ConsecutiveRun> in(Stage stage, Dockerfile file, boolean asBash) {
    List<ConsecutiveRun> pairs = new ArrayList<>(0);
    Run before = null;
    for (Instruction instruction : stage.instructions()) {
      Instruction step = instruction instanceof Onbuild later ? later.trigger() : instruction;
      if (!(step instanceof Run run)) {
        before = null;
        continue;
      }
      if (before != null && belongTogether(before, run, asBash)) {
        pairs.add(new ConsecutiveRun(before, run, file));
      }
      before = run;
    }
    return pairs;
  }

  private static boolean belongTogether(Run one, Run other, boolean asBash) {
    boolean areAlike =
        one.flags().isEmpty() ? other.flags().isEmpty() : flags(one).equals(flags(other));
    return areAlike && !isLong(one, asBash) && !isLong(other, asBash);
  }

  private static List<String> flags(Run run) {
    return run.flags().stream().map(flag -> flag.word().text()).toList();
  }

  /** A condition is no step; of a language that is not read, only marks between steps are known. */
  private static boolean isLong(Run run, boolean asBash) {
    Script script = run.command().script();
    if (asBash) {
      return namedCommands(script.dialect() == Dialect.OPAQUE ? inBash(run) : script) >= MANY;
    }
    return script.dialect() == Dialect.OPAQUE
        ? run.command().text().text().chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)
        : script.commands().stream().filter(step -> !step.is("[", "[[")).count() >= MANY;
  }

  private static Script inBash(Run run) {
    return Script.parse(run.command().text(), Dialect.BASH);
  }

  private static long namedCommands(Script script) {
    return script.remainder().isPresent()
        ? 0
        : script.commands().stream()
            .filter(step -> step.program().isPresent() && !step.isHanded() && !step.is("[", "[["))
            .count();
  }

  /** Appends the commands of the second to the first. */
  public Remedy remedy() {
    boolean isPlain =
        !later.isTrigger()
            && !later.command().isExec()
            && later.heredocs().isEmpty()
            && later.comments().isEmpty()
            && later.command().script().remainder().isEmpty()
            && isOneList(later.command().script().block());
    if (!isPlain) {
      return Remedy.none("the second is no plain list of commands");
    }
    Optional<TextEdit> added =
        AddedCommand.atEndOf(earlier, file, later.command().range().text().stripTrailing());
    boolean isAdjacent = earlier.range().end() == later.range().start();
    return added.isPresent() && isAdjacent && isOneList(earlier.command().script().block())
        ? Remedy.intended("Join the two", List.of(added.get(), later.range().delete()))
        : Remedy.none("the first is no plain list of commands");
  }

  /** A list after {@code &&} is run as it was only if nothing in it is run whatever happens. */
  private static boolean isOneList(Block block) {
    List<? extends Node> parts = block.children();
    return parts.size() == 1
        && !parts.get(0).inBackground()
        && !parts.get(0).raw().contains("||")
        && !parts.get(0).raw().startsWith("cd ");
  }
}
