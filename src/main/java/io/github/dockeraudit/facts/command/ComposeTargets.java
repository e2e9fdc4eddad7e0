package io.github.dockeraudit.facts.command;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The targets of a makefile that run what compose does for the services of a deployment. */
public final class ComposeTargets {

  /**
   * One target.
   *
   * @param need what it is for
   * @param help what it does
   * @param needs targets that come before
   * @param recipe its lines
   */
  private record Target(Need need, String help, List<String> needs, List<String> recipe) {}

  /** A recipe that starts services through a variable. */
  private static final Pattern START =
      Pattern.compile("(?m)^\\t[@-]?[ \\t]*(?<call>\\$[({](?<name>\\w+)[)}])[ \\t]+up\\b");

  private final String compose;
  private final Deployment deployment;
  private final Map<String, Target> targets = new LinkedHashMap<>();

  private ComposeTargets(Deployment deployment, String compose) {
    this.deployment = deployment;
    this.compose = compose;
    addTargets();
  }

  /**
   * Those for a deployment.
   *
   * @param deployment one with services
   * @param folder where the makefile lies: empty for the project's folder, or with a slash at its
   *     end
   */
  public static ComposeTargets of(Deployment deployment, String folder) {
    String path = deployment.baseFile().source().path();
    String file = path.startsWith(folder) ? path.substring(folder.length()) : path;
    boolean isFound = ComposeFile.BASE_NAMES.contains(file);
    return new ComposeTargets(deployment, isFound ? "docker compose" : "docker compose -f " + file);
  }

  /** Those for a deployment that call compose by the variable by which a makefile starts it. */
  static ComposeTargets of(Deployment deployment, Source makefile) {
    Matcher start = START.matcher(makefile.text());
    while (start.find()) {
      String variable = start.group("name");
      if (makefile.text().lines().anyMatch(line -> isCompose(line, variable))) {
        return new ComposeTargets(deployment, start.group("call"));
      }
    }
    return of(deployment, folder(makefile));
  }

  private static boolean isCompose(String line, String variable) {
    return line.startsWith(variable)
        && line.indexOf('=') > 0
        && line.substring(line.indexOf('=')).contains("compose")
        && line.substring(variable.length(), line.indexOf('=')).matches("[ \\t]*[:?]*");
  }

  /** The folder of a file: empty for the project's own, or with a slash at its end. */
  static String folder(Source file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  /** The deployments of the project's own files that run any services. */
  public static List<Deployment> deployments(Project project) {
    return project.deployments().stream()
        .filter(deployment -> project.owns(deployment.baseFile().source().path()))
        .filter(deployment -> !deployment.services().isEmpty())
        .toList();
  }

  /**
   * The one that compose runs in a folder without being told which, or the only one there is.
   *
   * @param folder empty for the project's folder, or with a slash at its end
   */
  public static Optional<Deployment> standard(List<Deployment> deployments, String folder) {
    List<Deployment> near =
        deployments.stream()
            .filter(deployment -> folder(deployment.baseFile().source()).startsWith(folder))
            .toList();
    if (near.size() < 2) {
      return near.stream().findFirst();
    }
    return ComposeFile.BASE_NAMES.stream()
        .flatMap(name -> near.stream().filter(d -> d.baseFile().toString().equals(folder + name)))
        .findFirst();
  }

  private void addTargets() {
    if (deployment.services().stream().anyMatch(service -> service.build().isPresent())) {
      add(Need.BUILD, "", "Build the images", compose + " build");
    }
    add(Need.UP, "", "Start all services", compose + " up -d");
    add(Need.DOWN, "", "Stop all services", compose + " down");
    String logs = compose + " logs -f $(SERVICE)";
    add(Need.LOGS, "", "Follow the logs, with SERVICE=name those of one", logs);
    add(Need.PS, "", "List the services", compose + " ps");
    String first = shellService();
    String shell = "%s exec $(or $(SERVICE),%s) sh".formatted(compose, first);
    add(Need.SHELL, "", "Open a shell in %s, or in SERVICE=name".formatted(first), shell);
    String clean = "Remove containers and built images; data in volumes stays";
    add(Need.CLEAN, "", clean, compose + " down --remove-orphans --rmi local");
    addDatabases();
  }

  /** One that is built here and runs without a profile, if there is any. */
  private String shellService() {
    List<Service> built =
        deployment.services().stream().filter(service -> service.build().isPresent()).toList();
    return Stream.of(built, deployment.services())
        .flatMap(List::stream)
        .filter(service -> service.profiles().isEmpty())
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
      targets.put(
          "backup", new Target(Need.BACKUP, "Save all databases to backups/", all, List.of()));
    }
  }

  private void addDatabase(Service service, Database database, String suffix) {
    String name = service.name();
    String part = "backups/%s.part".formatted(name);
    add(
        Need.BACKUP,
        suffix,
        "Save the database %s to backups/".formatted(name),
        "@mkdir -p backups",
        "%s exec -T %s sh -c '%s' > %s"
            .formatted(compose, name, database.dump(service).replace("$", "$$"), part),
        "@mv %s backups/%s-$$(date +%%Y%%m%%d-%%H%%M%%S).%s"
            .formatted(part, name, database.ending()));
    add(
        Need.RESTORE,
        suffix,
        "Load FILE=backups/... into the database %s".formatted(name),
        "@test -f \"$(FILE)\" || { echo \"Name a backup with FILE=backups/...\" >&2; exit 1; }",
        "%s exec -T %s sh -c '%s' < \"$(FILE)\""
            .formatted(compose, name, database.load().replace("$", "$$")));
  }

  private void add(Need need, String suffix, String help, String... recipe) {
    targets.put(need.label() + suffix, new Target(need, help, List.of(), List.of(recipe)));
  }

  /** The names of all targets, in the order of a makefile. */
  public List<String> names() {
    return List.copyOf(targets.keySet());
  }

  /** The names of those that are for one need; empty if the services do not have it. */
  public List<String> names(Need need) {
    return names().stream().filter(name -> targets.get(name).need() == need).toList();
  }

  /** Whether a makefile has all lines of the recipes for a need. */
  boolean areIn(String makefile, Need need) {
    Set<String> lines = makefile.lines().map(String::strip).collect(Collectors.toSet());
    return targets.values().stream()
        .filter(target -> target.need() == need)
        .flatMap(target -> target.recipe().stream())
        .allMatch(lines::contains);
  }

  /**
   * The rules of a makefile, with lines that end in {@code \n}.
   *
   * @param names some of {@link #names()}
   * @param withHelp whether one comes first that lists them
   */
  public String rules(Collection<String> names, boolean withHelp) {
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

  private String helpLine(String name, Collection<String> names) {
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    return "\t@echo \"%s  %s\""
        .formatted(name + " ".repeat(width - name.length()), targets.get(name).help());
  }
}
