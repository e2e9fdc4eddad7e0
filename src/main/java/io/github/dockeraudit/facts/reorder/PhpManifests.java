package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.Set;

/**
 * What Composer reads. Where it also runs scripts or looks through the sources for classes, it
 * comes before the sources without either, and after them as it is.
 */
final class PhpManifests {

  private static final String MANIFEST = "composer.json";

  private static final Set<String> EVENTS =
      Set.of(
          "pre-install-cmd",
          "post-install-cmd",
          "pre-autoload-dump",
          "post-autoload-dump",
          "post-root-package-install",
          "pre-operations-exec",
          "pre-pool-create",
          "pre-update-cmd",
          "post-update-cmd",
          "pre-package-install",
          "post-package-install");

  private static final Set<String> LOCAL_REPOSITORIES = Set.of("path", "artifact");

  private PhpManifests() {}

  static void describe(Install install) throws ObstacleException {
    install.followFlag("-d", "--working-dir");
    install.wants(MANIFEST);
    install.wantsIfThere("composer.lock", "auth.json", "symfony.lock");
    YamlMapping manifest = Json.readJson(install.read(MANIFEST));
    if (hasLocalRepository(manifest)) {
      throw new ObstacleException(MANIFEST + " names packages of the project");
    }
    if (Json.object(manifest, "config").filter(c -> c.get("vendor-dir").isPresent()).isPresent()) {
      throw new ObstacleException("the packages go into another folder than vendor");
    }
    install.makes("vendor");
    String flags = missingFlags(install, manifest);
    if (!flags.isEmpty()) {
      install.isPreparedBy(install.command().raw() + flags);
    }
  }

  private static boolean hasLocalRepository(YamlMapping manifest) {
    return manifest
        .get("repositories")
        .filter(repositories -> repositories.range().text().contains("\"type\""))
        .filter(
            repositories ->
                LOCAL_REPOSITORIES.stream()
                    .anyMatch(
                        type ->
                            repositories
                                .range()
                                .text()
                                .replace(" ", "")
                                .contains("\"type\":\"" + type + "\"")))
        .isPresent();
  }

  private static String missingFlags(Install install, YamlMapping manifest) {
    boolean runsScripts =
        Json.object(manifest, "scripts").stream()
                .flatMap(scripts -> scripts.entries().stream())
                .anyMatch(entry -> EVENTS.contains(entry.key().value()))
            && !install.command().hasFlag("--no-scripts");
    boolean looksForClasses =
        !install.command().hasFlag("--no-autoloader") && scans(install, manifest);
    return (runsScripts ? " --no-scripts" : "") + (looksForClasses ? " --no-autoloader" : "");
  }

  private static boolean scans(Install install, YamlMapping manifest) {
    boolean optimizes =
        install
                .command()
                .hasFlag(
                    "-o",
                    "-a",
                    "--optimize-autoloader",
                    "--classmap-authoritative",
                    "--apcu-autoloader")
            || Json.object(manifest, "config").stream()
                .anyMatch(
                    config ->
                        Json.isTrue(config, "optimize-autoloader")
                            || Json.isTrue(config, "classmap-authoritative"));
    return optimizes || lists(manifest, "autoload") || lists(manifest, "autoload-dev");
  }

  private static boolean lists(YamlMapping manifest, String autoload) {
    return Json.object(manifest, autoload).stream()
        .flatMap(
            loaded ->
                java.util.stream.Stream.of("classmap", "files")
                    .flatMap(kind -> loaded.get(kind).stream()))
        .anyMatch(list -> list instanceof YamlSequence items && !items.items().isEmpty());
  }
}
