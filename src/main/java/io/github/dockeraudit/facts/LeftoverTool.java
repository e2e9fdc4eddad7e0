package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.REMOVE;

import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A development tool that a shipped image keeps, though nothing after its installation may use it.
 *
 * @param spec the word that installs it, which has a name
 * @param tool what it is
 */
public record LeftoverTool(PackageSpec spec, DevelopmentTool tool) implements Located {

  @Override
  public SourceRange range() {
    return spec.range();
  }

  /** Those in the shipped images of a project, in the order of files and places. */
  public static Stream<LeftoverTool> in(Project project) {
    return ShippedLayers.runs(project).flatMap(layer -> in(layer, project));
  }

  private static Stream<LeftoverTool> in(Layer layer, Project project) {
    Packages packages = layer.packages();
    List<LeftoverTool> kept =
        packages
            .commands(INSTALL)
            .filter(install -> install.manager().isOfDistribution())
            .flatMap(install -> kept(install, packages))
            .toList();
    return kept.isEmpty()
        ? Stream.empty()
        : kept.stream().filter(left -> left.isUseless(layer, layer.images(), project));
  }

  private static Stream<LeftoverTool> kept(PackageCommand install, Packages packages) {
    return install.packages().stream()
        .flatMap(spec -> of(spec).stream())
        .filter(left -> !left.isRemoved(install, packages));
  }

  private static Optional<LeftoverTool> of(PackageSpec spec) {
    return spec.name()
        .filter(name -> spec.kind() == PackageSpec.Kind.PACKAGE)
        .flatMap(DevelopmentTool::in)
        .map(tool -> new LeftoverTool(spec, tool));
  }

  /** By its name, by that of the group it was installed in, or as one of those in a variable. */
  private boolean isRemoved(PackageCommand install, Packages packages) {
    Optional<String> group = install.command().flagValue("-t", "--virtual").map(word -> word.raw());
    return packages
        .commands(REMOVE)
        .filter(remove -> remove.range().start() > install.range().start())
        .flatMap(remove -> remove.packages().stream())
        .anyMatch(
            removed ->
                removed.kind() == PackageSpec.Kind.UNKNOWN
                    || removed.name().equals(spec.name())
                    || group.filter(removed.word().raw()::equals).isPresent());
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
      case DOWNLOADER -> StagePurpose.isService(image) && copiesNoScripts(image);
    };
  }

  /** Whatever comes from the build context may hold scripts. */
  private static boolean copiesNoScripts(Stage image) {
    return image.ancestors().stream()
        .flatMap(stage -> stage.instructions().stream())
        .allMatch(instruction -> ContextCopy.of(instruction).isEmpty());
  }

  private boolean mayBeUsed(Layer layer, Stage image, Project project) {
    return layer.later(image).flatMap(LeftoverTool::commands).anyMatch(tool::mayBeUsedToBuild)
        || ContainerCommands.of(image, project).anyMatch(tool::mayBeUsedToRun);
  }

  private static Stream<SimpleCommand> commands(Instruction instruction) {
    return instruction instanceof Run run
        ? run.command().script().commands().stream()
        : Stream.empty();
  }
}
