package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gives a stage another name, wherever its Dockerfile says it. */
public final class StageRename {

  private StageRename() {}

  /** The edits for a stage that has a name; what names it by number stays as it is. */
  public static List<TextEdit> edits(Dockerfile file, Stage stage, String name) {
    List<TextEdit> edits = new ArrayList<>();
    edits.add(stage.from().alias().orElseThrow().range().replaceWith(name));
    references(file, stage.name().orElseThrow())
        .forEachOrdered(word -> edits.add(word.range().replaceWith(name)));
    return edits;
  }

  /** The words after a FROM that mean a stage of that name, in no order of file. */
  public static Stream<Word> references(Dockerfile file, String name) {
    return Stream.of(
            file.stages().stream()
                .filter(stage -> stage.parent().isPresent())
                .map(stage -> stage.from().image()),
            file.all(Copy.class).flatMap(copy -> copy.from().stream()),
            file.all(Run.class)
                .flatMap(run -> run.mounts().stream())
                .flatMap(mount -> mount.from().stream()))
        .flatMap(words -> words)
        .filter(word -> word.literal().filter(name::equalsIgnoreCase).isPresent());
  }

  /** A name that no stage has yet: the given one, or the first number behind it. */
  public static String free(Dockerfile file, String name) {
    String free = name;
    for (int number = 2; file.stage(free).isPresent(); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
