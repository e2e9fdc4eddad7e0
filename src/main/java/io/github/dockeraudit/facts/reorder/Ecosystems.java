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
    ALL.put(Ecosystem.MAVEN, MavenManifests::describe);
    ALL.put(Ecosystem.RUST, CargoManifests::describe);
    ALL.put(Ecosystem.RUBY, RubyManifests::describe);
    ALL.put(Ecosystem.PHP, PhpManifests::describe);
    ALL.put(Ecosystem.DOTNET, DotnetManifests::describe);
    ALL.put(
        Ecosystem.GRADLE,
        gradle -> {
          throw new ObstacleException("Gradle has no command that fetches what a build needs");
        });
  }

  private Ecosystems() {}

  static Manifests of(DependencyInstall install) {
    return ALL.get(install.ecosystem());
  }
}
