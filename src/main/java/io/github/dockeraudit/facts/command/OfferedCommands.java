package io.github.dockeraudit.facts.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file by whose commands developers start the services that compose runs by itself, and what it
 * lacks.
 */
public final class OfferedCommands {

  /** The makefile that is written where there is none. */
  public static final String MAKEFILE = "Makefile";

  /** Directives after which nobody knows from the file alone which commands there are. */
  private static final Set<String> OPEN =
      Set.of(
          "include", "-include", "sinclude", "%:", ".RECIPEPREFIX", "import", "mod", "includes:");

  /** Whatever somebody types is handed on to compose. */
  private static final Pattern PASSES_ON =
      Pattern.compile("compose\\S*([ \\t]+(\\$[({][^)}]*[)}]|\"?\\$[@*]\"?))+[ \\t]*$");

  private final Project project;
  private final Source file;
  private final List<DeveloperCommand> commands;
  private final ComposeTargets wanted;

  private OfferedCommands(
      Project project, Source file, List<DeveloperCommand> commands, ComposeTargets wanted) {
    this.project = project;
    this.file = file;
    this.commands = commands;
    this.wanted = wanted;
  }

  /** Whether a file of commands takes further ones from elsewhere, or makes them by a pattern. */
  public static boolean isOpen(Source file) {
    return file.text().lines().anyMatch(line -> OPEN.contains(line.split("[ \t]", 2)[0]));
  }

  /**
   * The files that start services, the first of each folder; without those of which nobody knows
   * all that they offer. A file is about the services of its own folder, or of the only deployment
   * below it.
   */
  public static Stream<OfferedCommands> in(Project project) {
    List<Deployment> deployments = ComposeTargets.deployments(project);
    Map<String, OfferedCommands> byFolder = new LinkedHashMap<>();
    project.commands().stream()
        .collect(groupingBy(command -> command.range().source(), LinkedHashMap::new, toList()))
        .forEach(
            (file, commands) -> {
              String folder = ComposeTargets.folder(file);
              ComposeTargets.standard(deployments, folder)
                  .map(services -> ComposeTargets.of(services, file))
                  .map(wanted -> new OfferedCommands(project, file, commands, wanted))
                  .filter(offered -> offered.startsServices() && !offered.isUnknown())
                  .ifPresent(offered -> byFolder.putIfAbsent(folder, offered));
            });
    return byFolder.values().stream();
  }

  /**
   * The deployment that compose runs by itself, if it has several services and nothing in the
   * project calls compose or keeps commands for developers.
   */
  public static Optional<Deployment> withoutAny(Project project) {
    boolean isSilent =
        project.tree().isListed(".")
            && project.commands().stream().noneMatch(OfferedCommands::isForContainers)
            && project.scripts().stream()
                .noneMatch(script -> Need.callsContainers(script.source().text()));
    return ComposeTargets.standard(ComposeTargets.deployments(project), "")
        .filter(deployment -> isSilent && deployment.services().size() > 1)
        .filter(deployment -> deployment.baseFile().source().path().indexOf('/') < 0);
  }

  private static boolean isForContainers(DeveloperCommand command) {
    return Set.of(Tool.MAKE, Tool.JUST, Tool.TASK).contains(command.tool())
        || Need.callsContainers(command.body().text());
  }

  private boolean startsServices() {
    return commands.stream().anyMatch(command -> Need.UP.isRunBy(command.body().text()));
  }

  private boolean isUnknown() {
    return isOpen(file)
        || commands.stream()
            .flatMap(command -> command.body().text().lines())
            .anyMatch(line -> PASSES_ON.matcher(line).find());
  }

  /** The file. */
  public Source file() {
    return file;
  }

  /** The first command of the file. */
  public DeveloperCommand first() {
    return commands.get(0);
  }

  /** What no command of the project does, though its services need it. */
  public Stream<Need> missing() {
    return Stream.of(Need.values())
        .filter(need -> !wanted.names(need).isEmpty())
        .filter(need -> project.commands().stream().noneMatch(need::isMetBy));
  }

  /** Writes what is missing at the end of a makefile. */
  public Remedy remedy(Need need) {
    if (commands.get(0).tool() != Tool.MAKE) {
      return Remedy.none("only targets of a makefile are written");
    }
    boolean isOfOurs =
        missing().anyMatch(Need.BACKUP::equals) || wanted.areIn(file.text(), Need.BACKUP);
    if (need == Need.RESTORE && !isOfOurs) {
      return Remedy.none("only a person knows the form of the backups");
    }
    String before = file.text().endsWith("\n") ? "\n" : "\n\n";
    String rules = before + wanted.rules(wanted.names(need), false);
    int end = file.text().length();
    return Remedy.intended(
        "Add the target " + need.label(),
        List.of(file.range(end, end).insertAfter(rules.replace("\n", file.lineEnding()))));
  }
}
