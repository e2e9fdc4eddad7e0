package io.github.dockeraudit.generate;

import io.github.dockeraudit.project.FileTree;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.MavenModel.Reactor;
import io.github.dockeraudit.project.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The stage that builds a Maven module: alone, or with the other modules that it needs. */
final class BuildStage {

  private static final String CONTINUED = " \\\n && ";

  /**
   * Earlier versions look for the other modules in the repository, and which one is used is up to
   * the version of Maven and to the POM.
   */
  private static final String GO_OFFLINE_IN_REACTOR =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline";

  /** What may lie beside the POM without any part in the build. */
  private static final Set<String> ASIDE =
      Set.of(
          "pom.xml",
          "src",
          "target",
          "mvnw",
          "mvnw.cmd",
          "docs",
          "Makefile",
          "LICENSE",
          "NOTICE",
          "k8s",
          "helm",
          "deploy");

  private final FileTree tree;
  private final MavenModel model;
  private final JavaApplication application;
  private final int java;
  private final Texts texts;
  private final boolean isWrapped;

  BuildStage(FileTree tree, MavenModel model, JavaApplication application, int java, Texts texts) {
    this.tree = tree;
    this.model = model;
    this.application = application;
    this.java = java;
    this.texts = texts;
    this.isWrapped = isFile("mvnw") && isFile(".mvn/wrapper/maven-wrapper.properties");
  }

  /** What the module's build makes, in the folder that the stage builds in. */
  String output() {
    String output = model.directories().build();
    return model
        .reactor()
        .map(reactor -> Paths.clean(reactor.module() + "/" + output))
        .orElse(output);
  }

  /** Where a {@linkplain JavaApplication.Form#CLASSPATH class path} lies, as {@link #output}. */
  String libraries() {
    return model.reactor().isPresent() ? output() + "/dependency" : "lib";
  }

  /** The lines of the stage, which is called {@code build} and works in {@code /src}. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        isWrapped
            ? "FROM eclipse-temurin:%s-jdk AS build".formatted(java)
            : "FROM maven:3.9-eclipse-temurin-%s AS build".formatted(java));
    lines.add("WORKDIR /src");
    if (hasSettings()) {
      lines.add("COPY .mvn ./.mvn");
    }
    lines.addAll(poms());
    lines.add("# The dependencies have a layer of their own, which lasts until the POM changes.");
    lines.add("RUN " + maven() + goOffline());
    lines.add(model.reactor().isEmpty() && hasOnlySources() ? "COPY src ./src" : "COPY . .");
    lines.add(
        "RUN " + maven() + String.join(" ", JavaApplication.flags(model)) + " package" + more());
    return lines;
  }

  private List<String> poms() {
    Stream<String> first = Stream.of(isWrapped ? "COPY mvnw pom.xml ./" : "COPY pom.xml ./");
    Stream<String> others =
        model.reactor().stream()
            .flatMap(reactor -> reactor.poms().stream())
            .filter(pom -> !pom.equals("pom.xml"))
            .map(pom -> "COPY %s ./%s/".formatted(pom, Paths.parent(pom)));
    return Stream.concat(first, others).toList();
  }

  private String maven() {
    String maven = isWrapped ? "sh mvnw -B " : "mvn -B -ntp ";
    return model.reactor().map(r -> maven + "-pl " + r.module() + " -am ").orElse(maven);
  }

  private String goOffline() {
    return model.reactor().isPresent() ? GO_OFFLINE_IN_REACTOR : "dependency:go-offline";
  }

  /** Of the folder of a whole build only files can be asked for. */
  private boolean hasSettings() {
    return model.reactor().isPresent()
        ? Stream.of(
                "extensions.xml", "jvm.config", "maven.config", "wrapper/maven-wrapper.properties")
            .anyMatch(name -> isFile(".mvn/" + name))
        : tree.at(".mvn") == Entry.FOLDER;
  }

  private boolean isFile(String path) {
    Optional<String> folder = model.reactor().map(Reactor::folder);
    return folder.isPresent() ? texts.at(folder.get() + "/" + path).isPresent() : tree.isFile(path);
  }

  /** What the build may read beside its sources, such as the settings of a checker. */
  private boolean hasOnlySources() {
    return tree.entries(".").stream()
            .allMatch(
                name ->
                    ASIDE.contains(name)
                        || name.startsWith(".")
                        || name.endsWith(".md")
                        || name.startsWith("Dockerfile")
                        || name.contains("compose"))
        && List.of(model.directories().source(), model.directories().testSource()).stream()
            .allMatch(folder -> folder.startsWith("src/"))
        && model.directories().resources().stream().allMatch(folder -> folder.startsWith("src/"));
  }

  private String more() {
    String copy =
        CONTINUED + "cp " + output() + "/" + application.artifact() + " " + application.copied();
    return switch (application.form()) {
      case JAR -> copy;
      case CLASSPATH -> copyDependencies() + copy;
      case SPRING_LAYERS ->
          copy
              + CONTINUED
              + "java -Djarmode=tools -jar app.jar extract --layers --destination layers";
      case SPRING_LOADER ->
          copy + CONTINUED + "java -Djarmode=layertools -jar app.jar extract --destination layers";
      case QUARKUS -> "";
    };
  }

  /** Each module's in its own folder: they need not go together. */
  private String copyDependencies() {
    String copy = " dependency:copy-dependencies -DincludeScope=runtime";
    return model.reactor().isPresent() ? copy : copy + " -DoutputDirectory=/src/lib";
  }
}
