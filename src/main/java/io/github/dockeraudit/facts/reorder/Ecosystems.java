package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.DependencyInstall.Ecosystem;
import java.util.EnumMap;
import java.util.Map;

/** Who knows the manifests of which ecosystem. */
final class Ecosystems {

  private static final Map<Ecosystem, Manifests> ALL = new EnumMap<>(Ecosystem.class);

  static {
    ALL.put(Ecosystem.NODE, NodeManifests::describe);
    ALL.put(Ecosystem.PYTHON, PythonManifests::describe);
    ALL.put(Ecosystem.GO, GoManifests::describe);
  }

  private Ecosystems() {}

  static Manifests of(DependencyInstall install) {
    return ALL.getOrDefault(
        install.ecosystem(),
        unknown -> {
          throw new ObstacleException("no way is known to install before the sources");
        });
  }
}
