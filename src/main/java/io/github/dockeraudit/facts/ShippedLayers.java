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
   * @param file the Dockerfile
   * @param run the RUN, or the one that an ONBUILD of a shipped image leaves to other builds
   * @param stage its stage
   * @param images the shipped stages whose images have it, in file order
   * @param packages what package managers do in it
   */
  public record Layer(
      Dockerfile file, Run run, Stage stage, List<Stage> images, Packages packages) {

    /** Whether it runs in other builds, on what they begin with. */
    public boolean isTrigger() {
      return run.isTrigger();
    }

    /** The RUNs that come after it: of its stage, and of those that build on that. */
    public Stream<Run> later() {
      return file.stages().stream()
          .filter(other -> other.ancestors().contains(stage))
          .flatMap(other -> other.all(Run.class))
          .filter(other -> other.range().start() > run.range().start());
    }

    /** Deletes the lists of Debian packages that a command fetches, or says why that cannot be. */
    public Remedy deleteListsOf(PackageCommand update) {
      if (isInstalledFromLater()) {
        return Remedy.none("a later RUN installs from these lists");
      }
      String sudo = update.command().wrappers().contains("sudo") ? "sudo " : "";
      return AddedCommand.atEndOf(run, file, sudo + "rm -rf /var/lib/apt/lists/*")
          .map(edit -> Remedy.intended("Delete the package lists", List.of(edit)))
          .orElseGet(() -> Remedy.none("the end of the script is not plain"));
    }

    /**
     * Whether a later RUN, of this stage or of one that builds on it, installs Debian packages from
     * lists that it has not fetched itself.
     */
    public boolean isInstalledFromLater() {
      return LAST_USES_OF_LISTS.about(file).getOrDefault(stage, -1) > run.range().start();
    }
  }

  /** Where the last RUN begins that uses lists which an earlier one has left, by stage. */
  private static final Fact<Dockerfile, Map<Stage, Integer>> LAST_USES_OF_LISTS =
      Fact.of(ShippedLayers::lastUsesOfLists);

  private static final Fact<Project, List<Layer>> OF_PROJECT = Fact.of(ShippedLayers::find);
  private static final Fact<Project, List<Layer>> OF_ALL_STAGES =
      Fact.of(ShippedLayers::findInAllStages);
  private static final Fact<Project, List<Layer>> WITH_PACKAGES =
      Fact.of(project -> withPackages(runs(project)));
  private static final Fact<Project, List<Layer>> WITH_PACKAGES_IN_ALL_STAGES =
      Fact.of(project -> withPackages(runs(project, true)));

  private ShippedLayers() {}

  /** The RUNs of shipped stages and of those that they build on, of all Dockerfiles. */
  public static Stream<Layer> runs(Project project) {
    return OF_PROJECT.about(project).stream();
  }

  /**
   * The RUNs of the stages that a user wants to see.
   *
   * @param allStages whether stages count too that are not shipped; no image has their layers
   */
  public static Stream<Layer> runs(Project project, boolean allStages) {
    return allStages ? OF_ALL_STAGES.about(project).stream() : runs(project);
  }

  /** Those of the {@link #runs(Project)} that a package manager has a part in. */
  public static Stream<Layer> withPackages(Project project) {
    return withPackages(project, false);
  }

  /** Those of the {@link #runs(Project, boolean)} that a package manager has a part in. */
  public static Stream<Layer> withPackages(Project project, boolean allStages) {
    List<Layer> layers = (allStages ? WITH_PACKAGES_IN_ALL_STAGES : WITH_PACKAGES).about(project);
    return layers.isEmpty() ? Stream.empty() : layers.stream();
  }

  private static List<Layer> withPackages(Stream<Layer> layers) {
    return layers.filter(layer -> !layer.packages().commands().isEmpty()).toList();
  }

  private static List<Layer> findInAllStages(Project project) {
    List<Layer> layers = new ArrayList<>();
    for (Dockerfile file : project.dockerfiles()) {
      file.stages().forEach(stage -> addRuns(file, stage, List.of(), layers));
    }
    return List.copyOf(layers);
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
          addRuns(file, stage, List.copyOf(images.get(stage)), layers);
        }
      }
    }
    return List.copyOf(layers);
  }

  private static void addRuns(
      Dockerfile file, Stage stage, List<Stage> images, List<Layer> layers) {
    for (Instruction instruction : stage.instructions()) {
      Instruction step = instruction instanceof Onbuild later ? later.trigger() : instruction;
      if (step instanceof Run run) {
        layers.add(new Layer(file, run, stage, images, Packages.of(run, stage.stateAt(run))));
      }
    }
  }

  private static Map<Stage, Integer> lastUsesOfLists(Dockerfile file) {
    Map<Stage, Integer> last = new HashMap<>();
    List<Stage> stages = file.stages();
    for (int i = stages.size() - 1; i >= 0; i--) {
      Stage stage = stages.get(i);
      stage
          .all(Run.class)
          .filter(run -> usesOlderLists(run, stage))
          .forEach(run -> last.merge(stage, run.range().start(), Math::max));
      Integer use = last.get(stage);
      if (use != null) {
        stage.parent().ifPresent(parent -> last.merge(parent, use, Math::max));
      }
    }
    return last;
  }

  private static boolean usesOlderLists(Run run, Stage stage) {
    return Packages.of(run, stage.stateAt(run)).installsFromOlderLists(PackageManager.APT);
  }
}
