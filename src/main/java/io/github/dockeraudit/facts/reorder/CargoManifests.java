package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.project.Paths;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
    Toml manifest = new Toml(install.read(path).text());
    refuseHiddenTargets(manifest, path);
    for (Toml.Entry entry : manifest.entries()) {
      takeDependency(entry, folder);
    }
    for (String member : manifest.strings("workspace", "members")) {
      takeMembers(folder, member);
    }
    if (manifest.hasSection("package")) {
      takeTarget(manifest, folder);
    }
  }

  /** Where a target has no path, Cargo looks for its file among several. */
  private static void refuseHiddenTargets(Toml manifest, String path) throws ObstacleException {
    for (String target : List.of("bin", "bench", "test", "example")) {
      if (manifest.count(target) > manifest.count(target, "path")) {
        throw new ObstacleException("%s says [[%s]] without a path".formatted(path, target));
      }
    }
    boolean isMoved =
        manifest.count("lib", "path") > 0
            || manifest.entries().stream()
                .anyMatch(e -> e.section().equals("package") && e.key().startsWith("auto"));
    if (isMoved || manifest.sections().stream().anyMatch(s -> s.startsWith("patch"))) {
      throw new ObstacleException("%s says where its parts are".formatted(path));
    }
  }

  private void takeDependency(Toml.Entry entry, String folder) throws ObstacleException {
    if (!entry.section().contains("dependencies")) {
      return;
    }
    Optional<String> path = entry.key().equals("path") ? entry.string() : entry.inline("path");
    if (path.isPresent()) {
      take(Paths.clean(folder + "/" + path.get()));
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

  private void takeTarget(Toml manifest, String folder) throws ObstacleException {
    if (manifest.count("bin") > 0 && manifest.count("lib") == 0) {
      return;
    }
    List<String> possible =
        manifest.count("lib") > 0 ? List.of("src/lib.rs") : List.of("src/main.rs", "src/lib.rs");
    String target =
        possible.stream()
            .map(name -> Paths.clean(folder + "/" + name))
            .filter(install::has)
            .findFirst()
            .orElseThrow(
                () -> new ObstacleException("the package in '%s' has no target".formatted(folder)));
    targets.add(target);
  }
}
