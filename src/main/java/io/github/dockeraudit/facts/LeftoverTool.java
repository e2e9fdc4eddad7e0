package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.REMOVE;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A development tool that a shipped image keeps, though nothing after its installation may use it.
 *
 * @param install the command that installs it
 * @param spec the word that installs it, which has a name
 * @param tool what it is
 * @param run the RUN that installs it
 */
public record LeftoverTool(PackageCommand install, PackageSpec spec, DevelopmentTool tool, Run run)
    implements Located {

  private static final Fact<Stage, Boolean> COPIES_NO_SCRIPTS =
      Fact.of(LeftoverTool::copiesNoScripts);

  /** See {@link #lastUse}; each tool is looked for once. */
  private static final Fact<Stage, Map<DevelopmentTool, Integer>> LAST_USES =
      Fact.of(image -> new ConcurrentHashMap<>());

  @Override
  public SourceRange range() {
    return spec.range();
  }

  /**
   * Does not install it, or says why that cannot be.
   *
   * @param isOneOfMany whether the command installs anything that is to stay
   */
  public Remedy remedy(boolean isOneOfMany) {
    if (isUsedAtOnce()) {
      return Remedy.none("this RUN needs it; have it remove the package at its end");
    }
    if (!isOneOfMany) {
      return Remedy.none("nothing else is installed by that command");
    }
    return removal()
        .map(edit -> Remedy.risky("Do not install " + spec, List.of(edit)))
        .orElseGet(() -> Remedy.none("a comment stands in the list of packages"));
  }

  /** Whether the rest of the RUN that installs it may use it. */
  public boolean isUsedAtOnce() {
    return run.command().script().commands().stream()
        .filter(command -> command.range().start() > install.range().start())
        .anyMatch(tool::mayBeUsedToBuild);
  }

  /** With the blanks or the line break before it; empty if a comment stands before it. */
  private Optional<TextEdit> removal() {
    List<Word> words = install.command().words();
    int at = words.indexOf(spec.word());
    if (at < 1) {
      return Optional.empty();
    }
    SourceRange before = words.get(at - 1).range();
    SourceRange gap = before.upTo(spec.range());
    return gap.text().indexOf('#') >= 0
        ? Optional.empty()
        : Optional.of(gap.union(spec.range()).delete());
  }

  /** Those in the shipped images of a project, in the order of files and places. */
  public static Stream<LeftoverTool> in(Project project) {
    return ShippedLayers.withPackages(project).flatMap(layer -> in(layer, project));
  }

  private static Stream<LeftoverTool> in(Layer layer, Project project) {
    List<LeftoverTool> tools = new ArrayList<>(0);
    for (PackageCommand install : layer.packages().commands()) {
      if (install.does(INSTALL) && install.manager().isOfDistribution()) {
        for (PackageSpec spec : install.packages()) {
          of(install, spec, layer.run()).ifPresent(tools::add);
        }
      }
    }
    if (tools.isEmpty()) {
      return Stream.empty();
    }
    Removals removals = new Removals(layer.packages());
    List<Stage> images = layer.images();
    return tools.stream()
        .filter(left -> !removals.takeAway(left.spec, left.install))
        .filter(left -> left.isUseless(layer, images, project));
  }

  private static Optional<LeftoverTool> of(PackageCommand install, PackageSpec spec, Run run) {
    return spec.name()
        .filter(name -> spec.kind() == PackageSpec.Kind.PACKAGE)
        .flatMap(DevelopmentTool::in)
        .map(tool -> new LeftoverTool(install, spec, tool, run));
  }

  /** Where the commands of one RUN that remove packages begin, the last of each kind. */
  private static final class Removals {

    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byWord = new HashMap<>();
    private int ofUnknown = -1;

    Removals(Packages packages) {
      packages
          .commands(REMOVE)
          .forEachOrdered(
              remove -> remove.packages().forEach(spec -> add(spec, remove.range().start())));
    }

    private void add(PackageSpec removed, int start) {
      if (removed.kind() == PackageSpec.Kind.UNKNOWN) {
        ofUnknown = Math.max(ofUnknown, start);
      }
      removed.name().ifPresent(name -> byName.merge(name, start, Math::max));
      byWord.merge(removed.word().raw(), start, Math::max);
    }

    /** By its name, by that of the group it was installed in, or as one of those in a variable. */
    boolean takeAway(PackageSpec spec, PackageCommand install) {
      int start = install.range().start();
      return ofUnknown > start
          || spec.name().filter(name -> byName.getOrDefault(name, -1) > start).isPresent()
          || install
              .command()
              .flagValue("-t", "--virtual")
              .filter(group -> byWord.getOrDefault(group.raw(), -1) > start)
              .isPresent();
    }
  }

  private boolean isUseless(Layer layer, List<Stage> images, Project project) {
    return images.stream().anyMatch(this::isOutOfPlace)
        && images.stream().noneMatch(image -> mayBeUsed(layer, image, project));
  }

  /** Images that are no service may have it for those who run them. */
  private boolean isOutOfPlace(Stage image) {
    return switch (tool.kind()) {
      case EDITOR, DEBUGGER -> StagePurpose.runsProgram(image);
      case COMPILER, VERSION_CONTROL ->
          StagePurpose.isService(image) && !StagePurpose.isForBuilding(image);
      case DOWNLOADER -> StagePurpose.isService(image) && COPIES_NO_SCRIPTS.about(image);
    };
  }

  /** Whatever comes from the build context may hold scripts. */
  private static boolean copiesNoScripts(Stage image) {
    return image.ancestors().stream()
        .flatMap(stage -> stage.instructions().stream())
        .allMatch(instruction -> ContextCopy.of(instruction).isEmpty());
  }

  private boolean mayBeUsed(Layer layer, Stage image, Project project) {
    int lastUse = LAST_USES.about(image).computeIfAbsent(tool, unused -> lastUse(tool, image));
    return lastUse > layer.run().range().start()
        || ContainerCommands.of(image, project).anyMatch(tool::mayBeUsedToRun);
  }

  /**
   * Where the last RUN begins, on the way to an image, that may use a tool; -1 if none does. A
   * stage stands below those that it builds on, so that the last to run is the last in the file.
   */
  private static int lastUse(DevelopmentTool tool, Stage image) {
    for (Stage stage : image.ancestors()) {
      List<Instruction> instructions = stage.instructions();
      for (int i = instructions.size() - 1; i >= 0; i--) {
        if (instructions.get(i) instanceof Run run
            && run.command().script().commands().stream().anyMatch(tool::mayBeUsedToBuild)) {
          return run.range().start();
        }
      }
    }
    return -1;
  }
}
