package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What npm, yarn, pnpm and bun read. */
final class NodeManifests {

  private static final String MANIFEST = "package.json";

  /** Scripts of the project itself that an install runs. */
  private static final List<String> LIFECYCLE =
      List.of(
          "preinstall",
          "install",
          "postinstall",
          "prepublish",
          "preprepare",
          "prepare",
          "postprepare",
          "pnpm:devPreinstall",
          "dependencies");

  /** Scripts that look at nothing but Git's settings and the name of the package manager. */
  private static final Set<String> HARMLESS =
      Set.of(
          "husky",
          "husky install",
          "husky || true",
          "husky install || true",
          "npx only-allow npm",
          "npx only-allow pnpm",
          "npx only-allow yarn",
          "only-allow pnpm");

  private static final String PATCHES = "patch-package";

  private static final List<String> DEPENDENCIES =
      List.of(
          "dependencies", "devDependencies", "optionalDependencies", "overrides", "resolutions");

  private static final Set<String> LOCAL =
      Set.of("file:", "link:", "portal:", "exec:", "./", "../", "/", "~/");

  private final Install install;
  private final boolean runsScripts;

  private NodeManifests(Install install) {
    this.install = install;
    this.runsScripts = !install.command().hasFlag("--ignore-scripts");
  }

  static void describe(Install install) throws ObstacleException {
    install.followFlag("--prefix", "--cwd", "--dir", "-C");
    new NodeManifests(install).describe();
  }

  private void describe() throws ObstacleException {
    refuseOuterProject();
    install.wants(MANIFEST);
    YamlMapping root = manifest(MANIFEST);
    checkScripts(root, MANIFEST);
    checkDependencies(root, MANIFEST);
    takeFiles();
    takePatches(root);
    takeWorkspaces(root);
    install.makes("node_modules", "**/node_modules");
  }

  /** A project of its own may lie in another one, unless that one has parts. */
  private void refuseOuterProject() throws ObstacleException {
    Optional<Source> outer = install.textAbove(MANIFEST);
    boolean hasParts =
        install.textAbove("pnpm-workspace.yaml").isPresent()
            || outer.isPresent() && Json.readJson(outer.get()).get("workspaces").isPresent();
    if (hasParts || outer.isPresent() && install.program().equals("yarn")) {
      throw new ObstacleException("it may be a part of the project in the folder above");
    }
  }

  private YamlMapping manifest(String path) throws ObstacleException {
    return Json.readJson(install.read(path));
  }

  private void checkScripts(YamlMapping manifest, String path) throws ObstacleException {
    if (!runsScripts) {
      return;
    }
    Map<String, String> scripts = Json.strings(manifest, "scripts");
    for (String name : LIFECYCLE) {
      String script = scripts.getOrDefault(name, "").strip();
      if (script.equals(PATCHES)) {
        install.wantsFolderIfThere("patches");
      } else if (!script.isEmpty() && !HARMLESS.contains(script)) {
        throw new ObstacleException(
            "the script '%s' of %s may need the sources".formatted(name, path));
      }
    }
    if (runsNativeBuild(scripts)) {
      throw new ObstacleException("the install builds binding.gyp");
    }
  }

  private boolean runsNativeBuild(Map<String, String> scripts) {
    return install.has("binding.gyp") && !scripts.containsKey("install");
  }

  private static void checkDependencies(YamlMapping manifest, String path)
      throws ObstacleException {
    for (String kind : DEPENDENCIES) {
      for (Map.Entry<String, String> entry : Json.strings(manifest, kind).entrySet()) {
        String version = entry.getValue();
        if (LOCAL.stream().anyMatch(version::startsWith) || version.contains("patch:")) {
          throw new ObstacleException(
              "'%s' in %s is a part of the project".formatted(entry.getKey(), path));
        }
      }
    }
  }

  private void takeFiles() throws ObstacleException {
    String program = install.program();
    switch (program) {
      case "yarn" ->
          install.wantsIfThere("yarn.lock", ".yarnrc", ".yarnclean", ".yarnrc.yml", ".npmrc");
      case "pnpm" ->
          install.wantsIfThere(
              "pnpm-lock.yaml", "pnpm-workspace.yaml", ".pnpmfile.cjs", ".pnpmfile.mjs", ".npmrc");
      case "bun" -> {
        install.wantsIfThere("bun.lock", "bun.lockb", "bunfig.toml", ".npmrc");
        if (!install.isWanted("bun.lock") && !install.isWanted("bun.lockb")) {
          install.wantsIfThere("package-lock.json", "yarn.lock", "pnpm-lock.yaml");
        }
      }
      default -> {
        install.wantsIfThere("package-lock.json", "npm-shrinkwrap.json", ".npmrc");
        if (!install.isWanted("package-lock.json") && !install.isWanted("npm-shrinkwrap.json")) {
          install.wantsIfThere("yarn.lock");
        }
      }
    }
    if (install.isWanted(".npmrc")) {
      checkSettings(install.read(".npmrc"));
    }
    if (install.isWanted(".yarnrc")) {
      takeClassic(install.read(".yarnrc").text());
    }
    if (install.isWanted(".yarnrc.yml")) {
      takeBerry(Json.read(install.read(".yarnrc.yml")));
    }
  }

  private void takeClassic(String settings) throws ObstacleException {
    if (settings.contains("offline-mirror")) {
      throw new ObstacleException("the packages are a part of the project");
    }
    if (settings.contains("yarn-path")) {
      install.wantsFolderIfThere(".yarn");
    }
  }

  private static void checkSettings(Source npmrc) throws ObstacleException {
    boolean hasPath =
        npmrc.text().lines().anyMatch(line -> line.replace(" ", "").matches("[^#;].*=\\.{0,2}/.*"));
    if (hasPath) {
      throw new ObstacleException(".npmrc names a file");
    }
  }

  /** Without a folder of modules, yarn writes a file that the project usually keeps. */
  private void takeBerry(YamlMapping settings) throws ObstacleException {
    boolean linksModules =
        settings.get("nodeLinker").filter(v -> v.toString().equals("node-modules")).isPresent();
    if (!linksModules) {
      throw new ObstacleException("yarn installs without node_modules");
    }
    install.wantsFolderIfThere(".yarn");
    install.makes(".yarn/install-state.gz");
  }

  private void takePatches(YamlMapping root) throws ObstacleException {
    Map<String, String> patches = Json.strings(root, "patchedDependencies");
    patches.putAll(Json.strings(root, "pnpm", "patchedDependencies"));
    if (install.isWanted("pnpm-workspace.yaml")) {
      Source settings = install.read("pnpm-workspace.yaml");
      if (settings.text().contains("link:") || settings.text().contains("file:")) {
        throw new ObstacleException("pnpm-workspace.yaml names a part of the project");
      }
      patches.putAll(Json.strings(Json.read(settings), "patchedDependencies"));
    }
    for (String patch : patches.values()) {
      install.wants(patch);
    }
  }

  private void takeWorkspaces(YamlMapping root) throws ObstacleException {
    for (String pattern : workspaces(root)) {
      for (String path : manifestsIn(pattern)) {
        install.wants(path);
        YamlMapping manifest = manifest(path);
        checkScripts(manifest, path);
        checkDependencies(manifest, path);
        if (manifest.get("bin").isPresent() || Json.object(manifest, "directories").isPresent()) {
          throw new ObstacleException(path + " offers a program, which the install links");
        }
        install.makes(Paths.child(Paths.parent(path), "node_modules"), "**/node_modules");
      }
    }
  }

  private List<String> workspaces(YamlMapping root) throws ObstacleException {
    Optional<YamlNode> named = root.get("workspaces");
    Optional<YamlNode> nested =
        Json.object(root, "workspaces").flatMap(object -> object.get("packages"));
    List<String> ofPnpm =
        install.isWanted("pnpm-workspace.yaml")
            ? Json.list(Json.read(install.read("pnpm-workspace.yaml")).get("packages"))
            : List.of();
    return Stream.of(Json.list(named), Json.list(nested), ofPnpm)
        .flatMap(List::stream)
        .filter(pattern -> !pattern.startsWith("!"))
        .distinct()
        .toList();
  }

  /** Those of all folders below, as a manifest too many does no harm. */
  private List<String> manifestsIn(String pattern) throws ObstacleException {
    String clean = Paths.clean(pattern);
    int wild = clean.indexOf('*');
    if (clean.startsWith("..") || clean.indexOf('{') >= 0 || clean.indexOf('[') >= 0) {
      throw new ObstacleException("the workspaces '%s' are hard to tell".formatted(pattern));
    }
    if (wild < 0) {
      String path = Paths.child(clean, MANIFEST);
      return install.has(path) ? List.of(path) : List.of();
    }
    String above = clean.substring(0, Math.max(0, clean.lastIndexOf('/', wild)));
    return install.filesBelow(above.isEmpty() ? "." : above).stream()
        .filter(path -> Paths.name(path).equals(MANIFEST) && !path.equals(MANIFEST))
        .toList();
  }
}
