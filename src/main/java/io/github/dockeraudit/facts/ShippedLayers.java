package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The layers of a Dockerfile that become part of an image which is shipped. */
public final class ShippedLayers {

  /**
   * A RUN whose layer is shipped.
   *
   * @param run the RUN, or the one that an ONBUILD of a shipped image leaves to other builds
   * @param stage its stage
   * @param images the shipped stages whose images have it, in file order
   * @param packages what package managers do in it
   */
  public record Layer(Run run, Stage stage, List<Stage> images, Packages packages) {}

  private static final Fact<Project, List<Layer>> OF_PROJECT = Fact.of(ShippedLayers::find);

  private ShippedLayers() {}

  /** The RUNs of shipped stages and of those that they build on, of all Dockerfiles. */
  public static Stream<Layer> runs(Project project) {
    return OF_PROJECT.about(project).stream();
  }

  private static List<Layer> find(Project project) {
    List<Layer> layers = new ArrayList<>();
    for (Dockerfile file : project.dockerfiles()) {
      Map<Stage, List<Stage>> images = new HashMap<>();
      for (Stage image : project.shippedStages(file)) {
        for (Stage below : image.ancestors()) {
          images.computeIfAbsent(below, stage -> new ArrayList<>(1)).add(image);
        }
      }
      for (Stage stage : file.stages()) {
        if (images.containsKey(stage)) {
          addRuns(stage, List.copyOf(images.get(stage)), layers);
        }
      }
    }
    return List.copyOf(layers);
  }

  private static void addRuns(Stage stage, List<Stage> images, List<Layer> layers) {
    for (Instruction instruction : stage.instructions()) {
      Instruction step = instruction instanceof Onbuild later ? later.trigger() : instruction;
      if (step instanceof Run run) {
        layers.add(new Layer(run, stage, images, Packages.of(run, stage.stateAt(run))));
      }
    }
  }
}
