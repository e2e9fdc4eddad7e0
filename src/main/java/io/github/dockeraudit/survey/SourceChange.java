package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ContextCopy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build does again when a source has changed and nothing else.
 *
 * @param image the stage that is built
 * @param runs the RUN instructions on the way to it, those of the stages that it needs included
 * @param again those of them that run again; an install among them is what makes builds slow
 */
public record SourceChange(Stage image, List<Run> runs, List<Run> again) {

  public SourceChange {
    runs = List.copyOf(runs);
    again = List.copyOf(again);
  }

  /**
   * That of an image of a Dockerfile; of copies that may be of sources it is taken that they are.
   */
  static SourceChange of(Dockerfile file, Stage image) {
    Map<Stage, Integer> changedFrom = changes(file);
    List<Stage> needed = needed(file, image);
    List<Run> runs = needed.stream().flatMap(stage -> stage.all(Run.class)).toList();
    List<Run> again =
        needed.stream().flatMap(stage -> after(stage, changedFrom.get(stage))).toList();
    return new SourceChange(image, runs, again);
  }

  private static Stream<Run> after(Stage stage, int start) {
    return stage.all(Run.class).filter(run -> run.range().start() > start);
  }

  /** The stages that a build of the image makes, in file order. */
  private static List<Stage> needed(Dockerfile file, Stage image) {
    Map<Stage, Boolean> needed = new HashMap<>(Map.of(image, true));
    List<Stage> stages = file.stages();
    for (int i = image.index(); i >= 0; i--) {
      if (needed.containsKey(stages.get(i))) {
        stages.get(i).dependencies().forEach(stage -> needed.put(stage, true));
      }
    }
    return stages.stream().filter(needed::containsKey).toList();
  }

  /** The offset from which on a stage is built anew; the end of the text where it is not. */
  private static Map<Stage, Integer> changes(Dockerfile file) {
    Map<Stage, Integer> changedFrom = new HashMap<>();
    int never = Integer.MAX_VALUE;
    for (Stage stage : file.stages()) {
      boolean parentChanges =
          stage.parent().filter(parent -> changedFrom.get(parent) != never).isPresent();
      Optional<Instruction> first =
          stage.instructions().stream()
              .filter(one -> changes(file, one, changedFrom, never))
              .findFirst();
      int own = first.map(one -> one.range().start()).orElse(never);
      changedFrom.put(stage, parentChanges ? stage.range().start() : own);
    }
    return changedFrom;
  }

  private static boolean changes(
      Dockerfile file, Instruction instruction, Map<Stage, Integer> changedFrom, int never) {
    boolean takesSources =
        ContextCopy.of(instruction)
            .filter(copy -> !copy.sources().stream().allMatch(Manifests::isManifest))
            .isPresent();
    boolean takesFromChanged =
        instruction instanceof Copy copy
            && copy.from()
                .flatMap(from -> file.stage(from.text()))
                .filter(stage -> changedFrom.getOrDefault(stage, never) != never)
                .isPresent();
    return takesSources || takesFromChanged;
  }
}
