package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Two {@code COPY} or two {@code ADD} instructions to the same place, with nothing in between.
 *
 * @param earlier the first
 * @param later the second, with the same flags
 */
public record ConsecutiveCopy(Instruction earlier, Instruction later) {

  /** The pairs of a stage, in file order. */
  public static List<ConsecutiveCopy> in(Stage stage) {
    List<ConsecutiveCopy> pairs = new ArrayList<>(0);
    Instruction before = null;
    for (Instruction instruction : stage.instructions()) {
      if (!isTransfer(instruction)) {
        before = null;
        continue;
      }
      if (before != null && belongTogether(before, instruction)) {
        pairs.add(new ConsecutiveCopy(before, instruction));
      }
      before = instruction;
    }
    return pairs;
  }

  /** Of files that are named, and where the last word is the place. */
  private static boolean isTransfer(Instruction instruction) {
    boolean isPlain =
        instruction instanceof Copy copy
            ? copy.heredocs().isEmpty()
            : instruction instanceof Add add && add.heredocs().isEmpty();
    return isPlain && instruction.arguments().size() > 1;
  }

  private static boolean belongTogether(Instruction one, Instruction other) {
    return one.getClass() == other.getClass()
        && flags(one).equals(flags(other))
        && destination(one).text().equals(destination(other).text());
  }

  private static List<String> flags(Instruction instruction) {
    return instruction.flags().stream().map(Flag::word).map(Word::text).toList();
  }

  private static Word destination(Instruction instruction) {
    return instruction.arguments().get(instruction.arguments().size() - 1);
  }

  /** Puts the files of the second behind those of the first. */
  public Remedy remedy() {
    String place = destination(earlier).text();
    if (!place.endsWith("/") && !place.equals(".")) {
      return Remedy.none("the place may be a file");
    }
    boolean isPlain =
        !earlier.isJson()
            && !later.isJson()
            && later.comments().isEmpty()
            && earlier.range().end() == later.range().start();
    if (!isPlain) {
      return Remedy.none("they are written in different ways");
    }
    List<Word> sources = later.arguments().subList(0, later.arguments().size() - 1);
    String added = String.join(" ", sources.stream().map(source -> source.range().text()).toList());
    return Remedy.intended(
        "Join the two",
        List.of(destination(earlier).range().insertBefore(added + " "), later.range().delete()));
  }
}
