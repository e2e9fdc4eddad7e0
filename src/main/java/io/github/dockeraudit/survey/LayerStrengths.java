package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.facts.Packages;
import io.github.dockeraudit.survey.InstallLayer.Order;
import io.github.dockeraudit.survey.Strength.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is well done in the layers of one Dockerfile. */
final class LayerStrengths {

  private final Dockerfile file;
  private final List<Stage> images;

  LayerStrengths(Dockerfile file, List<Stage> images) {
    this.file = file;
    this.images = images;
  }

  List<Strength> find() {
    List<Strength> found = new ArrayList<>();
    List<InstallLayer> installs = InstallLayer.in(file);
    boolean noneLate =
        installs.stream()
            .allMatch(
                one -> one.order() == Order.BEFORE_SOURCES || one.order() == Order.NO_SOURCES);
    if (!installs.isEmpty() && noneLate && copiesSources()) {
      found.add(
          new Strength(
              Kind.MANIFESTS_FIRST,
              "Dependencies apart from sources: a change of code does not repeat "
                  + listed(installs)));
    }
    if (!installs.isEmpty() && installs.stream().allMatch(InstallLayer::hasCacheMount)) {
      found.add(new Strength(Kind.CACHE_MOUNTS, "Downloads are kept in cache mounts"));
    }
    if (isClean()) {
      found.add(new Strength(Kind.CLEAN_LAYERS, "No package cache stays in a layer of the image"));
    }
    return found;
  }

  private boolean copiesSources() {
    return file.stages().stream()
        .flatMap(stage -> stage.instructions().stream())
        .flatMap(instruction -> ContextCopy.of(instruction).stream())
        .anyMatch(copy -> !copy.sources().stream().allMatch(Manifests::isManifest));
  }

  private static String listed(List<InstallLayer> installs) {
    return installs.stream().map(one -> one.install().title()).distinct().collect(joining(", "));
  }

  /** Something of the distribution is installed, and nothing leaves its cache in an image. */
  private boolean isClean() {
    List<Packages> layers =
        images.stream()
            .flatMap(image -> image.ancestors().stream())
            .distinct()
            .flatMap(LayerStrengths::layers)
            .toList();
    boolean installs =
        layers.stream()
            .flatMap(layer -> layer.commands(Action.INSTALL))
            .anyMatch(command -> command.manager().isOfDistribution());
    return installs
        && layers.stream()
            .noneMatch(
                layer -> layer.commands().stream().anyMatch(command -> leaves(layer, command)));
  }

  private static boolean leaves(Packages layer, PackageCommand command) {
    return layer.leavesCache(command);
  }

  private static Stream<Packages> layers(Stage stage) {
    return stage.all(Run.class).map(run -> Packages.of(run, stage.stateAt(run)));
  }
}
