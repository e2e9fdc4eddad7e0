package io.github.dockeraudit.generate;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the targets of a makefile for the services of a project, those that it lacks. */
final class ComposeMakefile {

  static final String PATH = "Makefile";

  /** Make takes the first of them that is there. */
  private static final List<String> NAMES = List.of("GNUmakefile", "makefile", PATH);

  /** Directives after which nobody knows from the file alone which targets there are. */
  private static final Set<String> OPEN =
      Set.of("include", "-include", "sinclude", "%:", ".RECIPEPREFIX");

  /**
   * One target.
   *
   * @param help what it does
   * @param needs targets that come before
   * @param recipe its lines
   */
  private record Target(String help, List<String> needs, List<String> recipe) {}

  private final String compose;
  private final Deployment deployment;
  private final Map<String, Target> targets = new LinkedHashMap<>();

  private ComposeMakefile(Deployment deployment) {
    String file = deployment.baseFile().source().path();
    this.deployment = deployment;
    this.compose =
        ComposeFile.BASE_NAMES.contains(file) ? "docker compose" : "docker compose -f " + file;
    addTargets();
  }

  /**
   * The makefile with the targets that were missing.
   *
   * @throws Obstacle if none is missing, or it is not known which ones are
   */
  static Source of(Project project) throws Obstacle {
    ComposeMakefile wanted = new ComposeMakefile(deployment(project));
    Optional<String> name = NAMES.stream().filter(project.tree()::isFile).findFirst();
    if (name.isEmpty()) {
      refuseBesideOthers(project);
      return Source.of(PATH, wanted.text());
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
    List<Deployment> all =
        project.deployments().stream()
            .filter(deployment -> project.owns(deployment.baseFile().source().path()))
            .filter(deployment -> !deployment.services().isEmpty())
            .toList();
    if (all.isEmpty()) {
      throw new Obstacle("there is no compose file");
    }
    Optional<Deployment> standard =
        ComposeFile.BASE_NAMES.stream()
            .flatMap(name -> all.stream().filter(d -> d.baseFile().source().path().equals(name)))
            .findFirst();
    if (standard.isEmpty() && all.size() > 1) {
      throw new Obstacle("none of several compose files is the one that compose runs by itself");
    }
    return standard.orElse(all.get(0));
  }

  private void addTargets() {
    if (deployment.services().stream().anyMatch(service -> service.build().isPresent())) {
      add("build", "Build the images", compose + " build");
    }
    add("up", "Start all services", compose + " up -d");
    add("down", "Stop all services", compose + " down");
    add("logs", "Follow the logs, with SERVICE=name those of one", compose + " logs -f $(SERVICE)");
    add("ps", "List the services", compose + " ps");
    String first = shellService();
    add(
        "shell",
        "Open a shell in %s, or in SERVICE=name".formatted(first),
        "%s exec $(or $(SERVICE),%s) sh".formatted(compose, first));
    add(
        "clean",
        "Remove containers and built images; data in volumes stays",
        compose + " down --remove-orphans --rmi local");
    addDatabases();
  }

  private String shellService() {
    return deployment.services().stream()
        .filter(service -> service.build().isPresent())
        .findFirst()
        .orElse(deployment.services().get(0))
        .name();
  }

  private void addDatabases() {
    Map<Service, Database> databases = new LinkedHashMap<>();
    for (Service service : deployment.services()) {
      Database.of(service).ifPresent(database -> databases.put(service, database));
    }
    boolean isOnly = databases.size() == 1;
    databases.forEach(
        (service, database) -> addDatabase(service, database, isOnly ? "" : "-" + service.name()));
    if (databases.size() > 1) {
      List<String> all = databases.keySet().stream().map(db -> "backup-" + db.name()).toList();
      targets.put("backup", new Target("Save all databases to backups/", all, List.of()));
    }
  }

  private void addDatabase(Service service, Database database, String suffix) {
    String name = service.name();
    String part = "backups/%s.part".formatted(name);
    add(
        "backup" + suffix,
        "Save the database %s to backups/".formatted(name),
        "@mkdir -p backups",
        "%s exec -T %s sh -c '%s' > %s"
            .formatted(compose, name, database.dump(service).replace("$", "$$"), part),
        "@mv %s backups/%s-$$(date +%%Y%%m%%d-%%H%%M%%S).%s"
            .formatted(part, name, database.ending()));
    add(
        "restore" + suffix,
        "Load FILE=backups/... into the database %s".formatted(name),
        "@test -f \"$(FILE)\" || { echo \"Name a backup with FILE=backups/...\" >&2; exit 1; }",
        "%s exec -T %s sh -c '%s' < \"$(FILE)\""
            .formatted(compose, name, database.load().replace("$", "$$")));
  }

  private void add(String name, String help, String... recipe) {
    targets.put(name, new Target(help, List.of(), List.of(recipe)));
  }

  private String text() {
    return rules(List.copyOf(targets.keySet()), true);
  }

  private String appendedTo(Source file, Project project) throws Obstacle {
    String text = file.text();
    if (text.lines().anyMatch(line -> OPEN.contains(line.split("[ \t]", 2)[0]))) {
      throw new Obstacle(file + " has targets of other files or patterns, which are not known");
    }
    Set<String> known =
        project.commands().stream()
            .filter(command -> command.range().source().path().equals(file.path()))
            .map(DeveloperCommand::name)
            .collect(Collectors.toSet());
    boolean hasBackups = known.stream().anyMatch(ComposeMakefile::isOfBackups);
    List<String> missing =
        targets.keySet().stream()
            .filter(name -> !known.contains(name) && !(hasBackups && isOfBackups(name)))
            .toList();
    if (missing.isEmpty()) {
      throw new Obstacle(file + " has all targets");
    }
    String added = rules(missing, !known.contains("help")).replace("\n", file.lineEnding());
    String end = text.isEmpty() || text.endsWith("\n") ? "" : file.lineEnding();
    return text + end + (text.isEmpty() ? "" : file.lineEnding()) + added;
  }

  /** A backup is of no use to the restore of somebody else. */
  private static boolean isOfBackups(String name) {
    return name.contains("backup") || name.contains("restore");
  }

  private String rules(List<String> names, boolean withHelp) {
    List<String> lines = new ArrayList<>();
    Stream<String> help = withHelp ? Stream.of("help") : Stream.empty();
    lines.add(".PHONY: " + Stream.concat(help, names.stream()).collect(Collectors.joining(" ")));
    if (withHelp) {
      lines.add("");
      lines.add("help:");
      names.forEach(name -> lines.add(helpLine(name, names)));
    }
    for (String name : names) {
      Target target = targets.get(name);
      lines.add("");
      lines.add((name + ": " + String.join(" ", target.needs())).strip());
      target.recipe().forEach(line -> lines.add("\t" + line));
    }
    return String.join("\n", lines) + "\n";
  }

  private String helpLine(String name, List<String> names) {
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    return "\t@echo \"%s  %s\""
        .formatted(name + " ".repeat(width - name.length()), targets.get(name).help());
  }
}
