package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Shell;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.dockerfile.Volume;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** New instructions in a Dockerfile, each after one that is there. */
final class Insertions {

  /** The lines to put after an instruction. */
  private record Place(Instruction before, List<String> lines) {}

  private final SortedMap<Integer, Place> places = new TreeMap<>();

  /** The last instruction of a stage that builds: what follows only says how to run the image. */
  static Instruction lastThatBuilds(Stage stage) {
    Instruction last = stage.from();
    for (Instruction instruction : stage.instructions()) {
      last = builds(instruction) ? instruction : last;
    }
    return last;
  }

  /** Whether something is built after a USER, in its stage or in one that builds on it. */
  static boolean isFollowedByWork(User user, Stage image) {
    Instruction last = lastThatBuilds(image);
    return last.range().start() > user.range().start() && !(last instanceof From);
  }

  private static boolean builds(Instruction instruction) {
    return instruction instanceof Run
        || instruction instanceof Copy
        || instruction instanceof Add
        || instruction instanceof Workdir
        || instruction instanceof Env
        || instruction instanceof Arg
        || instruction instanceof Shell
        || instruction instanceof User;
  }

  /**
   * The instruction before the first files of a stage, where a change of theirs leaves what is done
   * there in the cache; empty if it has none.
   */
  static Optional<Instruction> beforeFiles(Stage stage) {
    Instruction before = stage.from();
    for (Instruction instruction : stage.instructions()) {
      if (instruction instanceof Copy
          || instruction instanceof Add
          || instruction instanceof Volume) {
        return Optional.of(before);
      }
      before = instruction;
    }
    return Optional.empty();
  }

  /** The instruction before the first WORKDIR of a stage that runs nothing. */
  static Optional<Instruction> beforeWorkdir(Stage stage) {
    if (stage.all(Run.class).findAny().isPresent()) {
      return Optional.empty();
    }
    Instruction before = stage.from();
    for (Instruction instruction : stage.instructions()) {
      if (instruction instanceof Workdir) {
        return Optional.of(before);
      }
      before = instruction;
    }
    return Optional.empty();
  }

  /** Puts an instruction after another, and after those that were put there already. */
  void add(Instruction before, String keyword, String arguments) {
    boolean isLower = before.keyword().text().equals(before.name().toLowerCase(Locale.ROOT));
    String line = (isLower ? keyword.toLowerCase(Locale.ROOT) : keyword) + " " + arguments;
    places
        .computeIfAbsent(before.range().end(), end -> new Place(before, new ArrayList<>()))
        .lines()
        .add(line);
  }

  List<TextEdit> edits() {
    return places.values().stream().map(Insertions::edit).toList();
  }

  private static TextEdit edit(Place place) {
    SourceRange range = place.before().range();
    String lineEnding = range.source().lineEnding();
    String text = String.join(lineEnding, place.lines());
    return range.text().endsWith("\n")
        ? range.insertAfter(text + lineEnding)
        : range.insertAfter(lineEnding + text);
  }
}
