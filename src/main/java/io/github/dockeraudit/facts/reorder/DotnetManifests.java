package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.shell.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@code dotnet restore} reads: projects, the solution, and what is said for all of them. */
final class DotnetManifests {

  private static final Set<String> PROJECTS = Set.of("csproj", "fsproj", "vbproj");
  private static final Set<String> SOLUTIONS = Set.of("sln", "slnx");

  private static final Set<String> SHARED =
      Set.of(
          "directory.build.props",
          "directory.build.targets",
          "directory.packages.props",
          "global.json",
          "nuget.config",
          "packages.lock.json");

  private final Install install;
  private final Set<String> taken = new LinkedHashSet<>();

  private DotnetManifests(Install install) {
    this.install = install;
  }

  static void describe(Install install) throws ObstacleException {
    new DotnetManifests(install).describe();
  }

  private void describe() throws ObstacleException {
    List<Word> operands = install.command().operands();
    Optional<String> named =
        operands.size() > 1
            ? Optional.of(Install.literal(Optional.of(operands.get(1))))
            : Optional.empty();
    String root = named.isPresent() ? named.get() : onlyOneHere(".");
    String start = install.hasFolder(root) ? onlyOneHere(Paths.clean(root)) : root;
    take(Paths.clean(start));
    for (String file : install.filesBelow(".")) {
      String name = Paths.name(file).toLowerCase(Locale.ROOT);
      if (SHARED.contains(name) && isBesideOrAbove(Paths.parent(file))) {
        install.wants(file);
      } else if (name.equals("packages.config")) {
        throw new ObstacleException("'%s' is not read by dotnet restore".formatted(file));
      }
    }
    refuseOuter();
    if (!operands.get(0).is("restore")) {
      install.isPreparedBy(restore(named));
      return;
    }
    for (String project : taken) {
      if (isProject(project)) {
        install.makes(Paths.child(Paths.parent(project), "obj"), "**/obj");
      }
    }
  }

  private void refuseOuter() throws ObstacleException {
    for (String name : List.of("Directory.Build.props", "Directory.Packages.props")) {
      if (install.nearestAbove(name).isPresent()) {
        throw new ObstacleException("there is a %s above the folder of the build".formatted(name));
      }
    }
  }

  private boolean isBesideOrAbove(String folder) {
    return taken.stream().anyMatch(file -> Paths.isWithin(Paths.parent(file), folder));
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** MSBuild takes the one project or solution of the folder. */
  private String onlyOneHere(String folder) throws ObstacleException {
    List<String> found =
        install.filesBelow(folder).stream()
            .filter(file -> Paths.parent(file).equals(folder))
            .filter(file -> isProject(file) || SOLUTIONS.contains(extension(file)))
            .toList();
    if (found.size() != 1) {
      throw new ObstacleException("the folder of the build has not one project");
    }
    return found.get(0);
  }

  private static boolean isProject(String file) {
    return PROJECTS.contains(extension(file));
  }

  private void take(String path) throws ObstacleException {
    if (!taken.add(path)) {
      return;
    }
    install.wants(path);
    for (String other : isProject(path) ? referenced(path) : solved(path)) {
      take(Paths.clean(Paths.parent(path) + "/" + other.replace('\\', '/')));
    }
  }

  private List<String> referenced(String path) throws ObstacleException {
    Xml project = Xml.read(install.read(path));
    if (project.anywhere("Import").findAny().isPresent()) {
      throw new ObstacleException("'%s' imports another file".formatted(path));
    }
    List<String> references = new ArrayList<>();
    for (Xml reference : project.anywhere("ProjectReference").toList()) {
      String other = reference.attribute("Include").orElse("");
      if (other.isEmpty() || other.indexOf('$') >= 0 || other.indexOf('*') >= 0) {
        throw new ObstacleException("only MSBuild knows what '%s' refers to".formatted(path));
      }
      references.add(other);
    }
    return references;
  }

  /** The projects of a solution; folders in it have no file. */
  private List<String> solved(String path) throws ObstacleException {
    if (!SOLUTIONS.contains(extension(path))) {
      throw new ObstacleException("'%s' is neither a project nor a solution".formatted(path));
    }
    List<String> projects = new ArrayList<>();
    if (extension(path).equals("slnx")) {
      Xml.read(install.read(path))
          .anywhere("Project")
          .flatMap(project -> project.attribute("Path").stream())
          .forEachOrdered(projects::add);
      return projects;
    }
    for (String line : install.read(path).text().lines().toList()) {
      String[] parts = line.split("\"", -1);
      if (line.startsWith("Project(") && parts.length > 5 && parts[5].contains("proj")) {
        projects.add(parts[5]);
      }
    }
    return projects;
  }

  private String restore(Optional<String> named) {
    StringBuilder command = new StringBuilder("dotnet restore");
    named.ifPresent(path -> command.append(' ').append(install.command().operands().get(1).raw()));
    install
        .command()
        .flagValue("-r", "--runtime")
        .ifPresent(runtime -> command.append(" -r ").append(runtime.raw()));
    return command.toString();
  }
}
