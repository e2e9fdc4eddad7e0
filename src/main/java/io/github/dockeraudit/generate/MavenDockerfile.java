package io.github.dockeraudit.generate;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.MavenModel.Coordinates;
import io.github.dockeraudit.project.MavenModel.Reactor;
import io.github.dockeraudit.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the Dockerfile of a Maven module: a stage that builds it, and one that runs it. */
final class MavenDockerfile {

  static final String PATH = "Dockerfile";

  /** Numeric, so that Kubernetes can tell that it is not root; no user of the base image. */
  private static final String USER = "10001:10001";

  /** With a point: older JVMs take no percentage without one. */
  private static final String MEMORY = "\"-XX:MaxRAMPercentage=75.0\"";

  private final MavenModel model;
  private final JavaApplication application;
  private final Optional<Service> service;
  private final int java;
  private final BuildStage build;
  private final List<String> lines = new ArrayList<>();

  private MavenDockerfile(Project project, MavenModel model, Texts texts) throws Obstacle {
    this.model = model;
    this.application = JavaApplication.of(model);
    this.java = JavaRelease.toRun(model, project.today());
    this.service = Service.of(model, texts);
    this.build = new BuildStage(project.tree(), model, application, java, texts);
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
    if (model.reactor().isPresent()) {
      checkReactor(model, model.reactor().get());
    } else if (model.parentFile().isPresent()) {
      throw new Obstacle(
          "the parent POM is %s; run this in the folder above all modules, or name them with -pl"
              .formatted(model.parentFile().get()));
    }
    return new MavenDockerfile(project, model, texts).write();
  }

  /** What the build itself makes is not there yet when dependencies are fetched. */
  private static void checkReactor(MavenModel model, Reactor reactor) throws Obstacle {
    for (Coordinates plugin : reactor.plugins()) {
      for (Coordinates module : reactor.modules()) {
        if (plugin.is(module.groupId(), module.artifactId())) {
          throw new Obstacle(
              "its build uses the plugin %s, which is a module of it".formatted(plugin));
        }
      }
    }
    if (JavaApplication.makesTestJar(model)) {
      throw new Obstacle("the module makes a jar of its tests, which others may need");
    }
  }

  private String write() {
    model.reactor().ifPresent(this::writeUse);
    lines.addAll(build.lines());
    lines.add("");
    writeRun();
    return String.join("\n", lines) + "\n";
  }

  private void writeUse(Reactor reactor) {
    lines.add("# Built in the folder above all modules:");
    lines.add("# docker build -f %s/%s .".formatted(reactor.module(), PATH));
  }

  private void writeRun() {
    lines.add("FROM eclipse-temurin:%s-jre".formatted(java));
    lines.add("WORKDIR /app");
    lines.addAll(copies());
    lines.add("USER " + USER);
    service.ifPresent(this::writeService);
    lines.add("ENTRYPOINT [\"java\", " + MEMORY + ", " + start() + "]");
  }

  private List<String> copies() {
    return switch (application.form()) {
      case JAR -> List.of("COPY --from=build /src/" + application.copied() + " ./");
      case CLASSPATH ->
          List.of(
              "COPY --from=build /src/%s ./lib".formatted(build.libraries()),
              "COPY --from=build /src/app.jar ./");
      case SPRING_LAYERS, SPRING_LOADER ->
          List.of(
              "COPY --from=build /src/layers/dependencies ./",
              "COPY --from=build /src/layers/spring-boot-loader ./",
              "COPY --from=build /src/layers/snapshot-dependencies ./",
              "COPY --from=build /src/layers/application ./");
      case QUARKUS -> {
        String app = "COPY --from=build /src/%s/quarkus-app/".formatted(build.output());
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
              .orElse("\"-jar\", \"" + application.copied() + '"');
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
                "\"curl\", \"-fsS\", \"-o\", \"/dev/null\", \"http://127.0.0.1:%s%s\""
                    .formatted(listening.port(), path))
        .orElse("\"bash\", \"-c\", \"exec 3<>/dev/tcp/127.0.0.1/%s\"".formatted(listening.port()));
  }
}
