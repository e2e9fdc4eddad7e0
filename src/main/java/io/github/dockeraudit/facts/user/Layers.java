package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What some images with the same base are made of.
 *
 * @param stages the stages, those that they build on included, in file order
 * @param start the offset in the file before which no instruction counts
 */
record Layers(List<Stage> stages, int start) {

  /** A command that is run while an image is built, and what is in effect then. */
  record Step(SimpleCommand command, Run run, State state) {

    /** The command seen through wrappers. */
    SimpleCommand program() {
      return command.unwrapped();
    }
  }

  static Layers of(List<Stage> images) {
    return new Layers(
        images.stream()
            .flatMap(image -> image.ancestors().stream())
            .distinct()
            .sorted(Comparator.comparing(Stage::index))
            .toList(),
        0);
  }

  /** What comes after an instruction. */
  Layers after(Instruction instruction) {
    return new Layers(stages, instruction.range().end());
  }

  /** The stage that builds on an image or on nothing. */
  Stage first() {
    return stages.get(0);
  }

  /** What is known of the image below. */
  Optional<BaseImage> base() {
    return first().image().flatMap(BaseImages::find);
  }

  /** What a message calls the image below. */
  String baseName() {
    return first().from().image().text();
  }

  /** The instructions, in file order. */
  Stream<Instruction> all() {
    return stages.stream().flatMap(stage -> stage.instructions().stream()).filter(this::counts);
  }

  <I extends Instruction> Stream<I> all(Class<I> type) {
    return stages.stream().flatMap(stage -> stage.all(type)).filter(this::counts);
  }

  /** Whether an instruction is among those that count. */
  boolean counts(Instruction instruction) {
    return instruction.range().start() >= start;
  }

  /** The state before an instruction of one of the stages. */
  State stateAt(Instruction instruction) {
    return stages.stream()
        .filter(stage -> stage.instructions().stream().anyMatch(own -> own == instruction))
        .findFirst()
        .orElseThrow()
        .stateAt(instruction);
  }

  /** All commands of RUN, in file order. */
  Stream<Step> steps() {
    return stages.stream()
        .flatMap(
            stage ->
                stage
                    .all(Run.class)
                    .filter(this::counts)
                    .flatMap(run -> steps(run, stage.stateAt(run))));
  }

  private static Stream<Step> steps(Run run, State state) {
    return run.command().script().commands().stream().map(command -> new Step(command, run, state));
  }
}
