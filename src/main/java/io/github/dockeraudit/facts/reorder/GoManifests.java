package io.github.dockeraudit.facts.reorder;

import java.util.List;

/** What {@code go mod download} reads. */
final class GoManifests {

  private GoManifests() {}

  static void describe(Install install) throws ObstacleException {
    if (install.has("go.work") || install.nearestAbove("go.work").isPresent()) {
      throw new ObstacleException("go.work joins several modules of the project");
    }
    install.wants("go.mod");
    install.wantsIfThere("go.sum");
    List<String> lines = install.read("go.mod").text().lines().toList();
    for (String line : lines) {
      int arrow = line.indexOf("=>");
      String target = arrow < 0 ? "" : line.substring(arrow + 2).strip();
      if (target.startsWith(".") || target.startsWith("/")) {
        throw new ObstacleException("go.mod replaces a module by '%s'".formatted(target));
      }
    }
  }
}
