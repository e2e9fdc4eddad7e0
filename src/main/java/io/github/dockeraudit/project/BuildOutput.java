package io.github.dockeraudit.project;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The folders that builds and tools make, which are no part of what people wrote. */
final class BuildOutput {

  /** Never looked into, wherever they are. */
  private static final Set<String> NEVER_WRITTEN =
      Set.of(
          "target",
          ".git",
          ".hg",
          ".svn",
          ".m2",
          ".gradle",
          ".idea",
          ".settings",
          "node_modules",
          "bower_components",
          ".pnpm-store",
          ".next",
          ".nuxt",
          ".venv",
          "__pycache__",
          ".tox",
          ".mypy_cache",
          ".pytest_cache",
          ".ruff_cache",
          ".terraform",
          ".cache");

  /** Made by a build if one of these files lies beside them. */
  private static final Map<String, List<String>> MADE_BESIDE =
      Map.of(
          "target", List.of("pom.xml", "Cargo.toml", "build.sbt"),
          "build", List.of("build.gradle", "build.gradle.kts", "package.json", "CMakeLists.txt"),
          "out", List.of("build.xml", "package.json"),
          "dist", List.of("package.json", "pyproject.toml", "setup.py", "go.mod", "build.xml"),
          "node_modules", List.of("package.json"),
          ".next", List.of("package.json"),
          "bin", List.of("go.mod", ".project"),
          "vendor", List.of("composer.json", "go.mod", "Gemfile"),
          "publish", List.of("global.json"));

  private static final List<String> GRADLE = List.of("build.gradle", "build.gradle.kts");
  private static final List<String> VENDORS = List.of("composer.json", "go.mod");

  private BuildOutput() {}

  /**
   * Whether a folder is passed over when files are looked for.
   *
   * @param siblings the names of all entries of the folder that it lies in, sorted
   */
  static boolean isPassedOver(String[] siblings, String name) {
    return NEVER_WRITTEN.contains(name)
        || name.equals("build") && holdsAny(siblings, GRADLE)
        || name.equals("vendor") && holdsAny(siblings, VENDORS);
  }

  /**
   * Whether a file or folder that is missing may be there after a build.
   *
   * @param siblings the names of all entries of the folder that it would lie in, sorted
   */
  static boolean isMadeIn(String[] siblings, String name) {
    List<String> makers = MADE_BESIDE.get(name);
    return makers != null && holdsAny(siblings, makers);
  }

  private static boolean holdsAny(String[] sorted, List<String> names) {
    return names.stream().anyMatch(name -> Arrays.binarySearch(sorted, name) >= 0);
  }
}
