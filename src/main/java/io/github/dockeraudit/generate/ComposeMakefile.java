package io.github.dockeraudit.generate;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.command.ComposeTargets;
import io.github.dockeraudit.facts.command.OfferedCommands;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the targets of a makefile for the services of a project, those that it lacks. */
final class ComposeMakefile {

  static final String PATH = OfferedCommands.MAKEFILE;

  /** Make takes the first of them that is there. */
  private static final List<String> NAMES = List.of("GNUmakefile", "makefile", PATH);

  private final ComposeTargets targets;

  private ComposeMakefile(ComposeTargets targets) {
    this.targets = targets;
  }

  /**
   * The makefile with the targets that were missing.
   *
   * @throws Obstacle if none is missing, or it is not known which ones are
   */
  static Source of(Project project) throws Obstacle {
    ComposeMakefile wanted = new ComposeMakefile(ComposeTargets.of(deployment(project), ""));
    Optional<String> name = NAMES.stream().filter(project.tree()::isFile).findFirst();
    if (name.isEmpty()) {
      refuseBesideOthers(project);
      return Source.of(PATH, wanted.targets.rules(wanted.targets.names(), true));
    }
    Source there =
        project.source(name.get()).orElseThrow(() -> new Obstacle(name.get() + " cannot be read"));
    return there.withText(wanted.appendedTo(there, project));
  }

  private static void refuseBesideOthers(Project project) throws Obstacle {
    Optional<DeveloperCommand> other =
        project.commands().stream()
            .filter(command -> Set.of(Tool.JUST, Tool.TASK).contains(command.tool()))
            .findFirst();
    if (other.isPresent()) {
      throw new Obstacle(other.get().range().source() + " has the commands of this project");
    }
  }

  /** The one that compose runs without being told which. */
  private static Deployment deployment(Project project) throws Obstacle {
    List<Deployment> all = ComposeTargets.deployments(project);
    if (all.isEmpty()) {
      throw new Obstacle("there is no compose file");
    }
    return ComposeTargets.standard(all, "")
        .orElseThrow(
            () ->
                new Obstacle(
                    "none of several compose files is the one that compose runs by itself"));
  }

  private String appendedTo(Source file, Project project) throws Obstacle {
    if (OfferedCommands.isOpen(file)) {
      throw new Obstacle(file + " has targets of other files or patterns, which are not known");
    }
    Set<String> known =
        project.commands().stream()
            .filter(command -> command.range().source().path().equals(file.path()))
            .map(DeveloperCommand::name)
            .collect(Collectors.toSet());
    boolean hasBackups = known.stream().anyMatch(ComposeMakefile::isOfBackups);
    List<String> missing =
        targets.names().stream()
            .filter(name -> !known.contains(name) && !(hasBackups && isOfBackups(name)))
            .toList();
    if (missing.isEmpty()) {
      throw new Obstacle(file + " has all targets");
    }
    String text = file.text();
    String added = targets.rules(missing, !known.contains("help"));
    String end = text.isEmpty() || text.endsWith("\n") ? "" : file.lineEnding();
    return text
        + end
        + (text.isEmpty() ? "" : file.lineEnding())
        + added.replace("\n", file.lineEnding());
  }

  /** A backup is of no use to the restore of somebody else. */
  private static boolean isOfBackups(String name) {
    return name.contains("backup") || name.contains("restore");
  }
}
