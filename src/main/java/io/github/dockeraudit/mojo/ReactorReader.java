package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.MavenModel.Coordinates;
import io.github.dockeraudit.project.MavenModel.Reactor;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Reads off Maven's modules what one of them needs of the others; with loops, as it is read in
 * every build.
 */
final class ReactorReader {

  private final MavenProject project;
  private final Path root;
  private final Map<String, MavenProject> modules = new TreeMap<>();

  private ReactorReader(MavenProject project, List<MavenProject> all) {
    this.project = project;
    this.root = BuildFolder.of(all, project.getBasedir().toPath()).path();
    for (MavenProject module : all) {
      modules.put(id(module.getGroupId(), module.getArtifactId()), module);
    }
  }

  /**
   * The build that a module is part of; empty if the module needs none of the others, or if the
   * build is not all in one folder with its POM in it.
   */
  static Optional<Reactor> read(MavenProject project, List<MavenProject> all) {
    return all.size() < 2 ? Optional.empty() : new ReactorReader(project, all).read();
  }

  private Optional<Reactor> read() {
    Set<MavenProject> needed = needed();
    Set<String> poms = new TreeSet<>();
    for (MavenProject module : modules.values()) {
      if (!addPoms(module, poms)) {
        return Optional.empty();
      }
    }
    return needed.size() < 2 || !poms.contains("pom.xml")
        ? Optional.empty()
        : Optional.of(reactor(poms, needed));
  }

  private Reactor reactor(Set<String> poms, Set<MavenProject> needed) {
    Path folder = project.getBasedir().toPath().toAbsolutePath().normalize();
    return new Reactor(
        text(folder.relativize(root)),
        text(root.relativize(folder)),
        List.copyOf(poms),
        outputs(),
        coordinates(modules.values()),
        plugins(needed));
  }

  private static String id(String groupId, String artifactId) {
    return groupId + ":" + artifactId;
  }

  /** The module with its parents and those that it depends on, directly or not. */
  private Set<MavenProject> needed() {
    Set<MavenProject> needed = new LinkedHashSet<>();
    Deque<MavenProject> waiting = new ArrayDeque<>(List.of(project));
    while (!waiting.isEmpty()) {
      MavenProject next = waiting.remove();
      if (needed.add(next)) {
        for (Dependency dependency : next.getDependencies()) {
          Optional.ofNullable(modules.get(id(dependency.getGroupId(), dependency.getArtifactId())))
              .ifPresent(waiting::add);
        }
        if (next.getParentFile() != null) {
          waiting.add(next.getParent());
        }
      }
    }
    return needed;
  }

  /** Whether all of them are in the folder of the build. */
  private boolean addPoms(MavenProject module, Set<String> poms) {
    for (MavenProject next = module; next != null; next = next.getParent()) {
      File pom = next.getFile();
      if (pom == null) {
        return true;
      }
      Path path = pom.toPath().toAbsolutePath().normalize();
      if (!path.startsWith(root)) {
        return false;
      }
      poms.add(text(root.relativize(path)));
    }
    return true;
  }

  private List<String> outputs() {
    Set<String> outputs = new TreeSet<>();
    for (MavenProject module : modules.values()) {
      Path output = module.getBasedir().toPath().resolve(module.getBuild().getDirectory());
      Path path = output.toAbsolutePath().normalize();
      if (path.startsWith(root) && !path.equals(root)) {
        outputs.add(text(root.relativize(path)));
      }
    }
    return List.copyOf(outputs);
  }

  private static List<Coordinates> coordinates(Iterable<MavenProject> modules) {
    List<Coordinates> coordinates = new ArrayList<>();
    for (MavenProject module : modules) {
      coordinates.add(
          new Coordinates(module.getGroupId(), module.getArtifactId(), module.getVersion()));
    }
    return coordinates;
  }

  private static List<Coordinates> plugins(Set<MavenProject> needed) {
    Map<String, Coordinates> plugins = new TreeMap<>();
    for (MavenProject module : needed) {
      for (Plugin plugin : module.getBuildPlugins()) {
        plugins.putIfAbsent(
            plugin.getKey(),
            new Coordinates(
                plugin.getGroupId(),
                plugin.getArtifactId(),
                plugin.getVersion() == null ? "" : plugin.getVersion()));
      }
    }
    return List.copyOf(plugins.values());
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }
}
