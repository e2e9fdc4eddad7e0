package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Block;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * Takes a part out of an instruction, with what parts it from its neighbours; the whole instruction
 * where nothing else is in it. Empty where a comment stands between, which may speak of either.
 */
public final class Removal {

  private Removal() {}

  /** Takes a flag out of an instruction. */
  public static TextEdit of(Flag flag, Instruction instruction) {
    List<Flag> flags = instruction.flags();
    int at = flags.indexOf(flag);
    SourceRange before = (at == 0 ? instruction.keyword() : flags.get(at - 1)).range();
    return before.source().range(before.end(), flag.range().end()).delete();
  }

  /** Takes one of the arguments of an instruction out of it, which are nothing but a list. */
  public static Optional<TextEdit> of(
      Located argument, List<? extends Located> all, Instruction instruction, Dockerfile file) {
    if (all.size() == 1) {
      return whole(instruction, file);
    }
    return fromList(all, all.indexOf(argument), argument.range());
  }

  /** Takes a variable or label out of the instruction that sets it. */
  public static Optional<TextEdit> of(
      Assignment assignment, List<Assignment> all, Instruction instruction, Dockerfile file) {
    return of((Located) assignment, all, instruction, file);
  }

  /** Takes words out of a command, which are neither its name nor all that it has. */
  public static Optional<TextEdit> ofWords(SimpleCommand command, int first, int last) {
    SourceRange before = command.words().get(first - 1).range();
    return plain(before.end(), command.words().get(last).range());
  }

  /**
   * Takes a command out of a RUN so that the others run as before; empty where its outcome decides
   * what else is run, or is read.
   */
  public static Optional<TextEdit> of(Node command, Dockerfile file) {
    return file.instructionAt(command.range().start())
        .map(Removal::step)
        .filter(Run.class::isInstance)
        .map(Run.class::cast)
        .filter(run -> !run.command().isExec() && isOwn(command, run))
        .flatMap(run -> of(command, run, file));
  }

  /** What an ONBUILD leaves to other builds. */
  private static Instruction step(Instruction instruction) {
    Instruction step = instruction;
    while (step instanceof Onbuild onbuild) {
      step = onbuild.trigger();
    }
    return step;
  }

  private static Optional<TextEdit> of(Node command, Run run, Dockerfile file) {
    Node parent = command.parent().orElseThrow();
    List<? extends Node> steps = parent.children();
    int at = 0;
    while (!steps.get(at).range().contains(command.range())) {
      at++;
    }
    if (steps.get(at).inBackground() || !isList(parent)) {
      return Optional.empty();
    }
    if (steps.size() > 1) {
      return fromList(steps, at, steps.get(at).range());
    }
    boolean isAll = parent == run.command().script().block() && run.heredocs().isEmpty();
    return isAll ? whole(run, file) : Optional.empty();
  }

  /** Not part of a script that is handed to another shell, nor of a substitution. */
  private static boolean isOwn(Node command, Run run) {
    Node up = command;
    while (up.parent().isPresent()) {
      up = up.parent().get();
      boolean isApart = up instanceof Block block && block.role() == Block.Role.SUBSTITUTION;
      if (isApart || up instanceof SimpleCommand) {
        return false;
      }
    }
    return up == run.command().script().block();
  }

  private static boolean isList(Node parent) {
    if (parent instanceof AndOr list) {
      return list.operators().stream().allMatch(AndOr.Operator.AND::equals);
    }
    return parent instanceof Block block && block.role() != Block.Role.CONDITION;
  }

  private static Optional<TextEdit> fromList(
      List<? extends Located> all, int at, SourceRange part) {
    return at == 0
        ? plain(part.start(), part.source().range(part.start(), all.get(1).range().start()))
        : plain(all.get(at - 1).range().end(), part);
  }

  private static Optional<TextEdit> plain(int start, SourceRange part) {
    SourceRange range = part.source().range(start, part.end());
    boolean hasComment =
        range.text().lines().skip(1).anyMatch(line -> line.stripLeading().startsWith("#"));
    return hasComment ? Optional.empty() : Optional.of(range.delete());
  }

  private static Optional<TextEdit> whole(Instruction instruction, Dockerfile file) {
    return instruction.isTrigger()
        ? Optional.empty()
        : Optional.of(file.extent(instruction).delete());
  }
}
