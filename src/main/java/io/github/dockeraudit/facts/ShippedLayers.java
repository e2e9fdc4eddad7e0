package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
   * @param packages what package managers do in it
   */
  public record Layer(Run run, Stage stage, List<Stage> shipped, Packages packages) {

    /** The shipped stages whose images have it, in file order. */
    List<Stage> images() {
      return shipped.stream().filter(this::isIn).toList();
    }

    private boolean isIn(Stage image) {
      Stage at = image;
      while (at.index() > stage.index() && at.parent().isPresent()) {
        at = at.parent().get();
      }
      return at == stage;
    }
  }

  private static final Fact<Project, List<Layer>> OF_PROJECT = Fact.of(ShippedLayers::find);

  private ShippedLayers() {}

  /** The RUNs of shipped stages and of those that they build on, of all Dockerfiles. */
  public static Stream<Layer> runs(Project project) {
    return OF_PROJECT.about(project).stream();
  }

  private static List<Layer> find(Project project) {
    List<Layer> layers = new ArrayList<>();
    for (Dockerfile file : project.dockerfiles()) {
      List<Stage> shipped = project.shippedStages(file);
      Set<Stage> kept = withAncestors(shipped);
      file.stages().stream()
          .filter(kept::contains)
          .forEachOrdered(stage -> addRuns(stage, shipped, layers));
    }
    return List.copyOf(layers);
  }

  private static Set<Stage> withAncestors(List<Stage> stages) {
    Set<Stage> found = new HashSet<>();
    for (Stage stage : stages) {
      Optional<Stage> next = Optional.of(stage);
      while (next.isPresent() && found.add(next.get())) {
        next = next.get().parent();
      }
    }
    return found;
  }

  private static void addRuns(Stage stage, List<Stage> shipped, List<Layer> layers) {
    for (Instruction instruction : stage.instructions()) {
      Instruction step = instruction instanceof Onbuild later ? later.trigger() : instruction;
      if (step instanceof Run run) {
        layers.add(new Layer(run, stage, shipped, Packages.of(run, stage.stateAt(run))));
      }
    }
  }
}
