package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The layers of a Dockerfile that become part of an image which is shipped. */
public final class ShippedLayers {

  /**
   * A RUN whose layer is shipped.
   *
   * @param run the RUN, or the one that an ONBUILD of a shipped image leaves to other builds
   * @param stage its stage
   * @param shipped the shipped stages of the Dockerfile
   */
  public record Layer(Run run, Stage stage, List<Stage> shipped) {

    /** What package managers do in it. */
    public Packages packages() {
      return Packages.of(run, stage.stateAt(run));
    }

    /** The shipped stages whose images have it, in file order. */
    List<Stage> images() {
      return shipped.stream().filter(image -> image.ancestors().contains(stage)).toList();
    }

    /** The instructions that come after it on the way to the image of a stage, in that order. */
    Stream<Instruction> later(Stage image) {
      List<Stage> below = new ArrayList<>(image.ancestors());
      below.removeAll(stage.ancestors());
      Collections.reverse(below);
      int start = run.range().start();
      return Stream.concat(
          stage.instructions().stream().filter(other -> other.range().start() > start),
          below.stream().flatMap(next -> next.instructions().stream()));
    }
  }

  private ShippedLayers() {}

  /** The RUNs of shipped stages and of those that they build on, of all Dockerfiles. */
  public static Stream<Layer> runs(Project project) {
    return project.dockerfiles().stream().flatMap(file -> runs(file, project.shippedStages(file)));
  }

  private static Stream<Layer> runs(Dockerfile file, List<Stage> shipped) {
    Set<Stage> kept = new HashSet<>();
    shipped.forEach(image -> kept.addAll(image.ancestors()));
    return file.stages().stream().filter(kept::contains).flatMap(stage -> runs(stage, shipped));
  }

  private static Stream<Layer> runs(Stage stage, List<Stage> shipped) {
    return stage.instructions().stream()
        .map(instruction -> instruction instanceof Onbuild later ? later.trigger() : instruction)
        .filter(Run.class::isInstance)
        .map(run -> new Layer((Run) run, stage, shipped));
  }
}
