package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.FilledDockerfile;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.MavenModel.Coordinates;
import io.github.dockeraudit.project.MavenModel.Dependency;
import io.github.dockeraudit.project.MavenModel.Directories;
import io.github.dockeraudit.project.MavenModel.Plugin;
import io.github.dockeraudit.project.MavenModel.Reactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.model.Build;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Reads off Maven's model what rules may ask of it; with loops, as it is read in every build. */
final class MavenModelReader {

  private final MavenProject project;
  private final Path folder;
  private final List<FilledDockerfile> filled;
  private final Optional<Reactor> reactor;

  private MavenModelReader(
      MavenProject project, List<FilledDockerfile> filled, Optional<Reactor> reactor) {
    this.project = project;
    this.filled = filled;
    this.reactor = reactor;
    this.folder = project.getBasedir().toPath();
  }

  /**
   * The model of a module; empty in a folder without a POM.
   *
   * @param all all modules of the build
   */
  static Optional<MavenModel> read(MavenProject project, List<MavenProject> all) {
    return project.getFile() == null
        ? Optional.empty()
        : Optional.of(
            new MavenModelReader(
                    project, FillingImages.in(project, all), ReactorReader.read(project, all))
                .read());
  }

  private MavenModel read() {
    return new MavenModel(
        coordinates(project),
        project.getPackaging(),
        orElse(project.getBuild().getFinalName(), project.getArtifactId()),
        directories(project.getBuild()),
        project.getModules(),
        properties(),
        dependencies(),
        plugins(),
        project.getParent() == null
            ? Optional.empty()
            : Optional.of(coordinates(project.getParent())),
        Optional.ofNullable(project.getParentFile()).map(file -> relative(file.getPath())),
        filled,
        reactor);
  }

  private static Coordinates coordinates(MavenProject project) {
    return new Coordinates(project.getGroupId(), project.getArtifactId(), project.getVersion());
  }

  private Directories directories(Build build) {
    Directories standard = Directories.standard();
    return new Directories(
        relative(orElse(build.getDirectory(), standard.build())),
        relative(orElse(build.getOutputDirectory(), standard.output())),
        relative(orElse(build.getSourceDirectory(), standard.source())),
        relative(orElse(build.getTestSourceDirectory(), standard.testSource())),
        resources(build));
  }

  private List<String> resources(Build build) {
    List<String> folders = new ArrayList<>();
    for (Resource resource : build.getResources()) {
      if (resource.getDirectory() != null) {
        folders.add(relative(resource.getDirectory()));
      }
    }
    return folders;
  }

  private String relative(String path) {
    Path absolute = folder.resolve(path);
    boolean isOnSameDrive = Objects.equals(absolute.getRoot(), folder.getRoot());
    Path shown = isOnSameDrive ? folder.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    for (String name : project.getProperties().stringPropertyNames()) {
      properties.put(name, project.getProperties().getProperty(name));
    }
    return properties;
  }

  private List<Dependency> dependencies() {
    List<Dependency> dependencies = new ArrayList<>();
    for (org.apache.maven.model.Dependency declared : project.getDependencies()) {
      dependencies.add(dependency(declared));
    }
    return dependencies;
  }

  private static Dependency dependency(org.apache.maven.model.Dependency declared) {
    return new Dependency(
        coordinates(declared.getGroupId(), declared.getArtifactId(), declared.getVersion()),
        orElse(declared.getType(), "jar"),
        orElse(declared.getClassifier(), ""),
        orElse(declared.getScope(), "compile"),
        declared.isOptional());
  }

  private List<Plugin> plugins() {
    List<Plugin> plugins = new ArrayList<>();
    for (org.apache.maven.model.Plugin declared : project.getBuildPlugins()) {
      plugins.add(plugin(declared));
    }
    return plugins;
  }

  private static Plugin plugin(org.apache.maven.model.Plugin declared) {
    Set<String> goals = new TreeSet<>();
    Map<String, String> settings = new TreeMap<>();
    for (PluginExecution execution : declared.getExecutions()) {
      goals.addAll(execution.getGoals());
      addSettings("", execution.getConfiguration(), settings);
    }
    addSettings("", declared.getConfiguration(), settings);
    return new Plugin(
        coordinates(declared.getGroupId(), declared.getArtifactId(), declared.getVersion()),
        List.copyOf(goals),
        settings);
  }

  private static void addSettings(String path, Object element, Map<String, String> settings) {
    if (!(element instanceof Xpp3Dom dom)) {
      return;
    }
    String text = dom.getValue() == null ? "" : dom.getValue().strip();
    if (!text.isEmpty()) {
      settings.putIfAbsent(path, text);
    }
    for (Xpp3Dom child : dom.getChildren()) {
      addSettings(path.isEmpty() ? child.getName() : path + "/" + child.getName(), child, settings);
    }
  }

  private static Coordinates coordinates(String groupId, String artifactId, String version) {
    return new Coordinates(groupId, artifactId, orElse(version, ""));
  }

  private static String orElse(String value, String other) {
    return value == null ? other : value;
  }
}
