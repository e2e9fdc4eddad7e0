package io.github.dockeraudit.generate;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.FileTree;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the Dockerfile of a Maven module: a stage that builds it, and one that runs it. */
final class MavenDockerfile {

  static final String PATH = "Dockerfile";

  /** Numeric, so that Kubernetes can tell that it is not root; no user of the base image. */
  private static final String USER = "10001:10001";

  /** With a point: older JVMs take no percentage without one. */
  private static final String MEMORY = "\"-XX:MaxRAMPercentage=75.0\"";

  private static final String CONTINUED = " \\\n && ";

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

  private final MavenModel model;
  private final FileTree tree;
  private final JavaApplication application;
  private final Optional<Service> service;
  private final int java;
  private final List<String> lines = new ArrayList<>();

  private MavenDockerfile(Project project, MavenModel model, Texts texts) throws Obstacle {
    this.model = model;
    this.tree = project.tree();
    this.application = JavaApplication.of(model);
    this.java = JavaRelease.toRun(model, project.today());
    this.service = Service.of(model, texts);
  }

  /**
   * The text of the Dockerfile.
   *
   * @param force whether one that is there is passed over
   * @throws Obstacle if the module has one, or needs none, or cannot be understood
   */
  static String of(Project project, Texts texts, boolean force) throws Obstacle {
    MavenModel model = project.maven().orElseThrow(() -> new Obstacle("there is no POM"));
    for (Dockerfile file : project.dockerfiles()) {
      boolean isOther = !file.source().path().equals(PATH);
      if (isOther ? !project.isForDevelopment(file) : !force) {
        throw new Obstacle(
            file.source()
                + (isOther ? " is there" : " is there; -Ddocker-audit.force replaces it"));
      }
    }
    if (model.parentFile().isPresent()) {
      throw new Obstacle(
          "the parent POM is %s, outside of the folder that an image is built in"
              .formatted(model.parentFile().get()));
    }
    return new MavenDockerfile(project, model, texts).write();
  }

  private String write() {
    writeBuild();
    lines.add("");
    writeRun();
    return String.join("\n", lines) + "\n";
  }

  private void writeBuild() {
    boolean isWrapped = tree.isFile("mvnw") && tree.isFile(".mvn/wrapper/maven-wrapper.properties");
    lines.add(
        isWrapped
            ? "FROM eclipse-temurin:%d-jdk AS build".formatted(java)
            : "FROM maven:3.9-eclipse-temurin-%d AS build".formatted(java));
    lines.add("WORKDIR /src");
    if (tree.at(".mvn") == Entry.FOLDER) {
      lines.add("COPY .mvn ./.mvn");
    }
    lines.add(isWrapped ? "COPY mvnw pom.xml ./" : "COPY pom.xml ./");
    lines.add("# The dependencies have a layer of their own, which lasts until the POM changes.");
    String maven = isWrapped ? "sh mvnw -B " : "mvn -B ";
    lines.add("RUN " + maven + "dependency:go-offline");
    lines.add(hasOnlySources() ? "COPY src ./src" : "COPY . .");
    lines.add(
        "RUN " + maven + String.join(" ", JavaApplication.flags(model)) + " package" + more());
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
    String artifact = model.directories().build() + "/" + application.artifact();
    String copy = CONTINUED + "cp " + artifact + " " + copied();
    return switch (application.form()) {
      case JAR -> copy;
      case CLASSPATH ->
          " dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=/src/lib" + copy;
      case SPRING_LAYERS ->
          copy
              + CONTINUED
              + "java -Djarmode=tools -jar app.jar extract --layers --destination layers";
      case SPRING_LOADER ->
          copy + CONTINUED + "java -Djarmode=layertools -jar app.jar extract --destination layers";
      case QUARKUS -> "";
    };
  }

  private String copied() {
    return application.artifact().endsWith(".war") ? "app.war" : "app.jar";
  }

  private void writeRun() {
    lines.add("FROM eclipse-temurin:%d-jre".formatted(java));
    lines.add("WORKDIR /app");
    lines.addAll(copies());
    lines.add("USER " + USER);
    service.ifPresent(this::writeService);
    lines.add("ENTRYPOINT [\"java\", " + MEMORY + ", " + start() + "]");
  }

  private List<String> copies() {
    return switch (application.form()) {
      case JAR -> List.of("COPY --from=build /src/" + copied() + " ./");
      case CLASSPATH ->
          List.of("COPY --from=build /src/lib ./lib", "COPY --from=build /src/app.jar ./");
      case SPRING_LAYERS, SPRING_LOADER ->
          List.of(
              "COPY --from=build /src/layers/dependencies ./",
              "COPY --from=build /src/layers/spring-boot-loader ./",
              "COPY --from=build /src/layers/snapshot-dependencies ./",
              "COPY --from=build /src/layers/application ./");
      case QUARKUS -> {
        String app = "COPY --from=build /src/" + model.directories().build() + "/quarkus-app/";
        yield List.of(
            app + "lib ./lib", app + "*.jar ./", app + "app ./app", app + "quarkus ./quarkus");
      }
    };
  }

  private String start() {
    return switch (application.form()) {
      case JAR ->
          application
              .mainClass()
              .map(main -> "\"-cp\", \"app.jar\", \"" + main + '"')
              .orElse("\"-jar\", \"" + copied() + '"');
      case CLASSPATH ->
          "\"-cp\", \"app.jar:lib/*\", \"" + application.mainClass().orElseThrow() + '"';
      case SPRING_LAYERS -> "\"-jar\", \"app.jar\"";
      case SPRING_LOADER -> '"' + application.mainClass().orElseThrow() + '"';
      case QUARKUS -> "\"-jar\", \"quarkus-run.jar\"";
    };
  }

  private void writeService(Service listening) {
    lines.add("EXPOSE " + listening.port());
    lines.add("HEALTHCHECK --start-period=60s CMD [" + probe(listening) + "]");
  }

  /** The JREs of Temurin have curl on purpose, and a Bash, which opens a connection by itself. */
  private static String probe(Service listening) {
    return listening
        .healthPath()
        .map(
            path ->
                "\"curl\", \"-fsS\", \"-o\", \"/dev/null\", \"http://127.0.0.1:%d%s\""
                    .formatted(listening.port(), path))
        .orElse("\"bash\", \"-c\", \"exec 3<>/dev/tcp/127.0.0.1/%d\"".formatted(listening.port()));
  }
}
