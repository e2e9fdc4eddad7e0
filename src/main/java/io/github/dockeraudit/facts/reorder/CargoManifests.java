package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.project.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What Cargo reads: the manifests of all members, and the names of their targets, so that empty
 * files stand in for these. Nothing is compiled of them, as Cargo would take a later change for an
 * earlier one: the copied sources keep their dates.
 */
final class CargoManifests {

  private static final String MANIFEST = "Cargo.toml";

  private final Install install;
  private final Set<String> folders = new LinkedHashSet<>();
  private final Set<String> targets = new LinkedHashSet<>();

  private CargoManifests(Install install) {
    this.install = install;
  }

  static void describe(Install install) throws ObstacleException {
    new CargoManifests(install).describe();
  }

  private void describe() throws ObstacleException {
    if (install.command().hasFlag("--manifest-path")) {
      throw new ObstacleException("Cargo is given the path of a manifest");
    }
    if (install.nearestAbove(MANIFEST).isPresent()) {
      throw new ObstacleException("there is a Cargo.toml above the folder of the install");
    }
    take(".");
    install.wantsIfThere(
        "Cargo.lock",
        "rust-toolchain",
        "rust-toolchain.toml",
        ".cargo/config.toml",
        ".cargo/config");
    for (String config : List.of(".cargo/config.toml", ".cargo/config")) {
      if (install.has(config) && install.read(config).text().contains("directory")) {
        throw new ObstacleException("the crates are a part of the project");
      }
    }
    String locked = install.has("Cargo.lock") ? " --locked" : "";
    install.isPreparedBy(standIns() + name() + " fetch" + locked);
  }

  private String name() throws ObstacleException {
    return Install.literal(install.command().name());
  }

  private String standIns() {
    if (targets.isEmpty()) {
      return "";
    }
    Set<String> parents = new LinkedHashSet<>();
    targets.forEach(target -> parents.add(Paths.parent(target)));
    parents.remove(".");
    String made = parents.isEmpty() ? "" : "mkdir -p " + String.join(" ", parents) + " && ";
    return made + "touch " + String.join(" ", targets) + " && ";
  }

  private void take(String folder) throws ObstacleException {
    if (!folders.add(folder)) {
      return;
    }
    String path = Paths.clean(folder + "/" + MANIFEST);
    install.wants(path);
    String section = "";
    boolean isPackage = false;
    List<String> members = new ArrayList<>();
    boolean inMembers = false;
    for (String line : install.read(path).text().lines().map(String::strip).toList()) {
      if (inMembers) {
        members.addAll(strings(line));
        inMembers = !line.contains("]");
      } else if (line.startsWith("[")) {
        section = line.replace("[", "").replace("]", "").strip();
        isPackage |= section.equals("package");
        refuseTargets(line, path);
      } else if (section.equals("workspace") && key(line).equals("members")) {
        members.addAll(strings(line));
        inMembers = !line.contains("]");
      } else {
        takeDependency(section, line, folder);
      }
    }
    for (String member : members) {
      takeMembers(folder, member);
    }
    if (isPackage) {
      takeTarget(folder);
    }
  }

  private static String key(String line) {
    int equals = line.indexOf('=');
    return equals < 0 ? "" : line.substring(0, equals).strip();
  }

  private static List<String> strings(String text) {
    List<String> strings = new ArrayList<>();
    String[] parts = text.split("\"", -1);
    for (int i = 1; i < parts.length; i += 2) {
      strings.add(parts[i]);
    }
    return strings;
  }

  private static void refuseTargets(String line, String path) throws ObstacleException {
    if (line.startsWith("[[") || line.startsWith("[lib") || line.startsWith("[patch")) {
      throw new ObstacleException("%s says %s".formatted(path, line));
    }
  }

  private void takeDependency(String section, String line, String folder) throws ObstacleException {
    boolean isDependency = section.contains("dependencies");
    String value = line.replace(" ", "");
    int at = value.indexOf("path=\"");
    boolean isPath = at == 0 || at > 0 && "{,.".indexOf(value.charAt(at - 1)) >= 0;
    if (isDependency && isPath) {
      String path = strings(value.substring(at)).stream().findFirst().orElse("");
      take(Paths.clean(folder + "/" + path));
    }
    if (section.equals("package") && key(line).startsWith("autobins")) {
      throw new ObstacleException("the targets of a package are not those that it has by default");
    }
  }

  private void takeMembers(String folder, String pattern) throws ObstacleException {
    int wild = pattern.indexOf('*');
    if (wild < 0) {
      take(Paths.clean(folder + "/" + pattern));
      return;
    }
    if (!pattern.endsWith("/*") || wild != pattern.length() - 1) {
      throw new ObstacleException("the members '%s' are hard to tell".formatted(pattern));
    }
    String above = Paths.clean(folder + "/" + pattern.substring(0, wild - 1));
    for (String file : install.filesBelow(above)) {
      boolean isDirect = Paths.parent(Paths.parent(file)).equals(above);
      if (isDirect && Paths.name(file).equals(MANIFEST)) {
        take(Paths.parent(file));
      }
    }
  }

  private void takeTarget(String folder) throws ObstacleException {
    for (String target : List.of("src/main.rs", "src/lib.rs")) {
      String path = Paths.clean(folder + "/" + target);
      if (install.has(path)) {
        targets.add(path);
        return;
      }
    }
    throw new ObstacleException(
        "the package in '%s' has neither src/main.rs nor src/lib.rs".formatted(folder));
  }
}
