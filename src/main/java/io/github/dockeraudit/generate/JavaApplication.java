package io.github.dockeraudit.generate;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.MavenModel.Plugin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The application that a Maven module builds.
 *
 * @param form what the build makes of it
 * @param artifact the file in the build directory, in which a wild card stands for the version
 * @param mainClass the class to start; empty if the artifact itself says it
 */
record JavaApplication(Form form, String artifact, Optional<String> mainClass) {

  /** What a build makes of an application. */
  enum Form {
    /** One file that holds all it needs. */
    JAR,
    /** A jar of its own classes, beside those of its dependencies. */
    CLASSPATH,
    /** A jar of Spring Boot whose layers its own tools extract, from 3.3 on. */
    SPRING_LAYERS,
    /** A jar of Spring Boot whose layers its older tools extract, to start by its loader. */
    SPRING_LOADER,
    /** The folder {@code quarkus-app}. */
    QUARKUS
  }

  private static final String APACHE = "org.apache.maven.plugins";
  private static final Set<String> QUARKUS_GROUPS = Set.of("io.quarkus", "io.quarkus.platform");

  JavaApplication {
    requireNonNull(form);
    requireNonNull(artifact);
    requireNonNull(mainClass);
  }

  /**
   * The application of a module.
   *
   * @throws Obstacle if it builds none, or cannot be told from its POM
   */
  static JavaApplication of(MavenModel model) throws Obstacle {
    if (model.packaging().equals("pom")) {
      throw new Obstacle("the module builds nothing but others; name one of them with -pl");
    }
    Optional<Plugin> quarkus = quarkus(model);
    if (quarkus.isPresent()) {
      return quarkus(model, quarkus.get());
    }
    Optional<Plugin> boot = springBoot(model);
    if (boot.isPresent()) {
      return springBoot(model, boot.get());
    }
    if (!model.packaging().equals("jar")) {
      throw new Obstacle("what runs a " + model.packaging() + " the POM does not say");
    }
    return plain(model);
  }

  static Optional<Plugin> quarkus(MavenModel model) {
    return model.plugins().stream()
        .filter(plugin -> QUARKUS_GROUPS.contains(plugin.coordinates().groupId()))
        .filter(plugin -> plugin.coordinates().artifactId().equals("quarkus-maven-plugin"))
        .filter(plugin -> plugin.goals().contains("build") || model.packaging().equals("quarkus"))
        .findFirst();
  }

  static Optional<Plugin> springBoot(MavenModel model) {
    return model
        .plugin("org.springframework.boot", "spring-boot-maven-plugin")
        .filter(plugin -> plugin.goals().contains("repackage"))
        .filter(plugin -> !plugin.isSet("skip"));
  }

  private static JavaApplication quarkus(MavenModel model, Plugin plugin) throws Obstacle {
    boolean isNative =
        Stream.of("quarkus.native.enabled")
            .flatMap(k -> model.property(k).stream())
            .anyMatch("true"::equals);
    Optional<String> type =
        Stream.of("quarkus.package.jar.type", "quarkus.package.type")
            .flatMap(
                key ->
                    Stream.concat(
                        model.property(key).stream(), plugin.setting("properties/" + key).stream()))
            .findFirst();
    if (isNative || type.filter(t -> !Set.of("fast-jar", "jar").contains(t)).isPresent()) {
      throw new Obstacle(
          "only the fast-jar of Quarkus is known, and the POM asks for another form");
    }
    return new JavaApplication(Form.QUARKUS, "quarkus-app", Optional.empty());
  }

  private static JavaApplication springBoot(MavenModel model, Plugin plugin) {
    String artifact =
        artifact(model, model.finalName(), plugin.setting("classifier"), model.packaging());
    boolean isUsual =
        model.packaging().equals("jar")
            && plugin.settings().keySet().stream()
                .noneMatch(
                    key ->
                        key.equals("layout")
                            || key.startsWith("layers/")
                            || key.startsWith("layoutFactory"));
    SpringVersion version = SpringVersion.of(plugin.coordinates().version());
    if (isUsual && version.isAtLeast(3, 3)) {
      return new JavaApplication(Form.SPRING_LAYERS, artifact, Optional.empty());
    }
    if (isUsual && version.isAtLeast(2, 4)) {
      String loader =
          "org.springframework.boot.loader."
              + (version.isAtLeast(3, 2) ? "launch." : "")
              + "JarLauncher";
      return new JavaApplication(Form.SPRING_LOADER, artifact, Optional.of(loader));
    }
    return new JavaApplication(Form.JAR, artifact, Optional.empty());
  }

  private static JavaApplication plain(MavenModel model) throws Obstacle {
    Optional<Plugin> shade = bound(model, "maven-shade-plugin", "shade");
    if (shade
        .filter(plugin -> plugin.setting("transformers/transformer/mainClass").isPresent())
        .isPresent()) {
      return new JavaApplication(Form.JAR, shaded(model, shade.get()), Optional.empty());
    }
    Optional<Plugin> assembly = bound(model, "maven-assembly-plugin", "single");
    if (assembly
        .filter(plugin -> plugin.setting("archive/manifest/mainClass").isPresent())
        .isPresent()) {
      return new JavaApplication(Form.JAR, assembled(model, assembly.get()), Optional.empty());
    }
    String mainClass =
        mainClass(model)
            .orElseThrow(
                () ->
                    new Obstacle(
                        "the POM names no class to start, so that the module may be a library; name it in the manifest of maven-jar-plugin"));
    boolean isAlone =
        model.dependencies().stream()
            .noneMatch(d -> Set.of("compile", "runtime").contains(d.scope()));
    String artifact = artifact(model, model.finalName(), Optional.empty(), "jar");
    return new JavaApplication(
        isAlone ? Form.JAR : Form.CLASSPATH, artifact, Optional.of(mainClass));
  }

  private static Optional<String> mainClass(MavenModel model) {
    Stream<String> manifest =
        model
            .plugin(APACHE, "maven-jar-plugin")
            .flatMap(plugin -> plugin.setting("archive/manifest/mainClass"))
            .stream();
    Stream<String> started =
        model
            .plugin("org.codehaus.mojo", "exec-maven-plugin")
            .flatMap(plugin -> plugin.setting("mainClass"))
            .stream();
    return Stream.of(manifest, started, model.property("exec.mainClass").stream())
        .flatMap(names -> names)
        .findFirst();
  }

  private static Optional<Plugin> bound(MavenModel model, String artifactId, String goal) {
    return model.plugin(APACHE, artifactId).filter(plugin -> plugin.goals().contains(goal));
  }

  private static String shaded(MavenModel model, Plugin shade) {
    Optional<String> classifier =
        shade.isSet("shadedArtifactAttached")
            ? Optional.of(shade.setting("shadedClassifierName").orElse("shaded"))
            : Optional.empty();
    return artifact(model, shade.setting("finalName").orElse(model.finalName()), classifier, "jar");
  }

  private static String assembled(MavenModel model, Plugin assembly) throws Obstacle {
    if (!assembly
        .setting("descriptorRefs/descriptorRef")
        .filter("jar-with-dependencies"::equals)
        .isPresent()) {
      throw new Obstacle("only jar-with-dependencies of maven-assembly-plugin is known");
    }
    boolean isNamed = !assembly.setting("appendAssemblyId").filter("false"::equals).isPresent();
    return artifact(
        model,
        assembly.setting("finalName").orElse(model.finalName()),
        isNamed ? Optional.of("jar-with-dependencies") : Optional.empty(),
        "jar");
  }

  /** The artifact's name beside the sources, which does not change with its version. */
  String copied() {
    return artifact.endsWith(".war") ? "app.war" : "app.jar";
  }

  static boolean makesTestJar(MavenModel model) {
    return bound(model, "maven-jar-plugin", "test-jar").isPresent();
  }

  /** With a wild card for the version, so that a release does not change the Dockerfile. */
  private static String artifact(
      MavenModel model, String finalName, Optional<String> classifier, String type) {
    String version = model.coordinates().version();
    String name =
        finalName.endsWith("-" + version)
            ? finalName.substring(0, finalName.length() - version.length()) + "*"
            : finalName;
    return name + classifier.map(text -> "-" + text).orElse("") + "." + type;
  }

  /** Flags that keep a build from making further jars, which the wild card could mean as well. */
  static List<String> flags(MavenModel model) {
    return Stream.of(
            bound(model, "maven-source-plugin", "jar")
                .or(() -> bound(model, "maven-source-plugin", "jar-no-fork"))
                .map(p -> "-Dmaven.source.skip"),
            bound(model, "maven-javadoc-plugin", "jar").map(p -> "-Dmaven.javadoc.skip"),
            Optional.of(makesTestJar(model) ? "-Dmaven.test.skip" : "-DskipTests"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A version of Spring Boot; nothing is at least anything else if it is not known. */
  private record SpringVersion(int major, int minor) {

    static SpringVersion of(String version) {
      String[] parts = version.split("\\.");
      try {
        return new SpringVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
        return new SpringVersion(-1, 0);
      }
    }

    boolean isAtLeast(int otherMajor, int otherMinor) {
      return major > otherMajor || major == otherMajor && minor >= otherMinor;
    }
  }
}
