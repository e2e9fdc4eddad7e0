package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Maven knows of the audited module, variables filled in and inherited values put in.
 *
 * <p>Paths are relative to the project's folder, with {@code /} between the names; one outside of
 * it begins with {@code ..}.
 *
 * @param coordinates what the module is called
 * @param packaging {@code jar} by default
 * @param finalName name of the artifact's file without its ending
 * @param directories where the module's files lie
 * @param modules folders of the modules that this one lists
 * @param properties properties of the POM and its parents, without those of the system
 * @param dependencies declared dependencies, inherited ones too; no transitive ones
 * @param plugins plugins of the build, inherited ones too
 * @param parent coordinates of the parent; empty for none
 * @param parentFile the POM of the parent where it is a file of the same checkout; empty if Maven
 *     gets it from a repository, and without a parent
 * @param filled Dockerfiles in which a plugin replaces something before Docker reads them, those of
 *     modules below its folder too
 * @param reactor the build of several modules that this one can only be built in; empty if it can
 *     be built alone, and where it is built alone
 */
public record MavenModel(
    Coordinates coordinates,
    String packaging,
    String finalName,
    Directories directories,
    List<String> modules,
    Map<String, String> properties,
    List<Dependency> dependencies,
    List<Plugin> plugins,
    Optional<Coordinates> parent,
    Optional<String> parentFile,
    List<FilledDockerfile> filled,
    Optional<Reactor> reactor) {

  public MavenModel {
    requireNonNull(coordinates);
    requireNonNull(packaging);
    requireNonNull(finalName);
    requireNonNull(directories);
    modules = List.copyOf(modules);
    properties = Map.copyOf(properties);
    dependencies = List.copyOf(dependencies);
    plugins = List.copyOf(plugins);
    requireNonNull(parent);
    requireNonNull(parentFile);
    filled = List.copyOf(filled);
    requireNonNull(reactor);
  }

  /**
   * The name of an artifact.
   *
   * @param version empty text if a plugin leaves it to Maven
   */
  public record Coordinates(String groupId, String artifactId, String version) {

    public Coordinates {
      requireNonNull(groupId);
      requireNonNull(artifactId);
      requireNonNull(version);
    }

    /** Whether it is the given artifact of any version. */
    public boolean is(String otherGroupId, String otherArtifactId) {
      return groupId.equals(otherGroupId) && artifactId.equals(otherArtifactId);
    }

    /** {@code groupId:artifactId:version}. */
    @Override
    public String toString() {
      return groupId + ":" + artifactId + ":" + version;
    }
  }

  /**
   * Where files lie.
   *
   * @param build what the build makes; {@code target} by default
   * @param output compiled classes
   * @param source Java sources
   * @param testSource Java sources of tests
   * @param resources folders of resources
   */
  public record Directories(
      String build, String output, String source, String testSource, List<String> resources) {

    public Directories {
      requireNonNull(build);
      requireNonNull(output);
      requireNonNull(source);
      requireNonNull(testSource);
      resources = List.copyOf(resources);
    }

    /** Maven's own layout. */
    public static Directories standard() {
      return new Directories(
          "target",
          "target/classes",
          "src/main/java",
          "src/test/java",
          List.of("src/main/resources"));
    }
  }

  /**
   * A declared dependency.
   *
   * @param type {@code jar} by default
   * @param classifier empty text for none
   * @param scope {@code compile} by default
   * @param isOptional whether it is kept from those who depend on the module
   */
  public record Dependency(
      Coordinates coordinates, String type, String classifier, String scope, boolean isOptional) {

    public Dependency {
      requireNonNull(coordinates);
      requireNonNull(type);
      requireNonNull(classifier);
      requireNonNull(scope);
    }
  }

  /**
   * A plugin of the build.
   *
   * @param goals the goals that executions bind
   * @param settings its configuration and those of its executions, each value by the names of the
   *     elements that it stands in, such as {@code archive/manifest/mainClass}; of several values
   *     the first
   */
  public record Plugin(Coordinates coordinates, List<String> goals, Map<String, String> settings) {

    public Plugin {
      requireNonNull(coordinates);
      goals = List.copyOf(goals);
      settings = Map.copyOf(settings);
    }

    /** A value of its configuration; empty if it is not set, or set to nothing. */
    public Optional<String> setting(String path) {
      return Optional.ofNullable(settings.get(path));
    }

    /** Whether a value of its configuration is {@code true}. */
    public boolean isSet(String path) {
      return setting(path).filter("true"::equals).isPresent();
    }
  }

  /**
   * A build of several modules, as one of them sees it. Paths but the first are relative to the
   * folder of the build.
   *
   * @param folder the folder of the build, relative to that of the module
   * @param module the folder of the module
   * @param poms the POMs of all modules and of their parents
   * @param outputs what the builds of all modules make
   * @param modules all modules
   * @param plugins the plugins of this module and of those that it needs
   */
  public record Reactor(
      String folder,
      String module,
      List<String> poms,
      List<String> outputs,
      List<Coordinates> modules,
      List<Coordinates> plugins) {

    public Reactor {
      requireNonNull(folder);
      requireNonNull(module);
      poms = List.copyOf(poms);
      outputs = List.copyOf(outputs);
      modules = List.copyOf(modules);
      plugins = List.copyOf(plugins);
    }
  }

  /** The plugin of that name, of any version. */
  public Optional<Plugin> plugin(String groupId, String artifactId) {
    return plugins.stream()
        .filter(plugin -> plugin.coordinates().is(groupId, artifactId))
        .findFirst();
  }

  /** The dependency of that name, of any version and type. */
  public Optional<Dependency> dependency(String groupId, String artifactId) {
    return dependencies.stream()
        .filter(dependency -> dependency.coordinates().is(groupId, artifactId))
        .findFirst();
  }

  /** A property's value. */
  public Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }
}
