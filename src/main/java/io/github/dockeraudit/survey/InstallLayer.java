package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.LateInstall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer that installs dependencies of the project.
 *
 * @param stage its stage
 * @param run the RUN
 * @param install the first install in it
 * @param order where it stands among the copies of the build context
 * @param copy what is copied before it and changes with the sources; empty unless it is late
 * @param hasCacheMount whether what it downloads is kept in a cache mount
 */
public record InstallLayer(
    Stage stage,
    Run run,
    DependencyInstall install,
    Order order,
    Optional<Word> copy,
    boolean hasCacheMount) {

  /** Where an install stands. */
  public enum Order {
    /** Only manifests are copied before it, and sources after it. */
    BEFORE_SOURCES,
    /** Sources are copied before it: every change of them installs all again. */
    AFTER_SOURCES,
    /** Only manifests are copied before it, and nothing after it in this stage. */
    NO_SOURCES,
    /** What is copied before it may be sources or not. */
    UNKNOWN
  }

  public InstallLayer {
    requireNonNull(stage);
    requireNonNull(run);
    requireNonNull(install);
    requireNonNull(order);
    requireNonNull(copy);
  }

  /** Those of a Dockerfile that a manifest decides, in file order. */
  public static List<InstallLayer> in(Dockerfile file) {
    List<InstallLayer> layers = new ArrayList<>();
    for (Stage stage : file.stages()) {
      for (Instruction instruction : stage.instructions()) {
        if (instruction instanceof Run run) {
          DependencyInstall.in(run.command().script())
              .filter(install -> install.manifest().isPresent())
              .findFirst()
              .filter(install -> !isKnown(layers, stage, install))
              .ifPresent(install -> layers.add(of(stage, run, install)));
        }
      }
    }
    return List.copyOf(layers);
  }

  /** A later build with the same tool only uses what an earlier layer has fetched. */
  private static boolean isKnown(
      List<InstallLayer> earlier, Stage stage, DependencyInstall install) {
    return earlier.stream()
        .filter(layer -> stage.ancestors().contains(layer.stage))
        .anyMatch(layer -> layer.install.ecosystem() == install.ecosystem());
  }

  private static InstallLayer of(Stage stage, Run run, DependencyInstall install) {
    List<ContextCopy> before = copiesBefore(stage, run);
    Optional<Word> sources =
        before.stream()
            .flatMap(copy -> LateInstall.sourcesIn(copy.instruction()).stream())
            .findFirst();
    boolean isPlain =
        before.stream().flatMap(copy -> copy.sources().stream()).allMatch(Manifests::isManifest);
    Order order =
        sources.isPresent()
            ? Order.AFTER_SOURCES
            : !isPlain
                ? Order.UNKNOWN
                : hasCopyAfter(stage, run) ? Order.BEFORE_SOURCES : Order.NO_SOURCES;
    boolean mount = run.mounts().stream().anyMatch(one -> one.type().equals("cache"));
    return new InstallLayer(stage, run, install, order, sources, mount);
  }

  private static List<ContextCopy> copiesBefore(Stage stage, Run run) {
    return stage.ancestors().stream()
        .flatMap(one -> one.instructions().stream())
        .filter(one -> one.range().start() < run.range().start())
        .flatMap(one -> ContextCopy.of(one).stream())
        .toList();
  }

  private static boolean hasCopyAfter(Stage stage, Run run) {
    return stage.instructions().stream()
        .filter(one -> one.range().start() > run.range().start())
        .anyMatch(one -> ContextCopy.of(one).isPresent());
  }
}
