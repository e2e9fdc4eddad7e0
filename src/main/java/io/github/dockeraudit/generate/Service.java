package io.github.dockeraudit.generate;

import io.github.dockeraudit.project.MavenModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a module answers to from outside.
 *
 * @param port the port that it listens on
 * @param healthPath where it tells over HTTP how it is; empty if that is not known for sure
 */
record Service(int port, Optional<String> healthPath) {

  private static final String SPRING = "org.springframework.boot";
  private static final int STANDARD = 8080;

  private static final Set<String> SPRING_WEB =
      Set.of(
          "spring-boot-starter-web", "spring-boot-starter-webmvc", "spring-boot-starter-webflux");

  /** Their mere presence has the application listen. */
  private static final List<String> QUARKUS_WEB =
      List.of(
          "quarkus-rest",
          "quarkus-resteasy",
          "quarkus-reactive-routes",
          "quarkus-vertx-http",
          "quarkus-undertow",
          "quarkus-smallrye-health",
          "quarkus-smallrye-graphql",
          "quarkus-qute-web");

  /** The service of a module; empty if it listens on no port, or on one that is not known. */
  static Optional<Service> of(MavenModel model, Texts texts) {
    Settings settings = Settings.in(model.directories().resources(), texts);
    if (JavaApplication.quarkus(model).isPresent()) {
      return quarkus(model, settings);
    }
    return JavaApplication.springBoot(model).isPresent()
        ? springBoot(model, settings)
        : Optional.empty();
  }

  private static Optional<Service> springBoot(MavenModel model, Settings settings) {
    if (SPRING_WEB.stream().noneMatch(starter -> model.dependency(SPRING, starter).isPresent())
        || settings.hasAny("spring.main.web-application-type")) {
      return Optional.empty();
    }
    boolean isOpen =
        model.dependency(SPRING, "spring-boot-starter-actuator").isPresent()
            && model.dependency(SPRING, "spring-boot-starter-security").isEmpty()
            && !settings.hasAny(
                "server.ssl.",
                "server.servlet.context-path",
                "spring.webflux.base-path",
                "management.");
    return settings
        .port(List.of("server.port"), STANDARD)
        .map(port -> new Service(port, path("/actuator/health", isOpen)));
  }

  private static Optional<Service> quarkus(MavenModel model, Settings settings) {
    boolean isWeb =
        model.dependencies().stream()
            .map(dependency -> dependency.coordinates().artifactId())
            .anyMatch(name -> QUARKUS_WEB.stream().anyMatch(web -> isOrBegins(name, web)));
    if (!isWeb) {
      return Optional.empty();
    }
    boolean isOpen =
        Stream.of("io.quarkus", "io.quarkus.platform")
                .anyMatch(group -> model.dependency(group, "quarkus-smallrye-health").isPresent())
            && !settings.hasAny(
                "quarkus.http.ssl.",
                "quarkus.http.root-path",
                "quarkus.http.non-application-root-path",
                "quarkus.http.insecure-requests",
                "quarkus.smallrye-health.root-path",
                "quarkus.management.",
                "quarkus.http.auth.",
                "%prod.quarkus.http.",
                "%prod.quarkus.management.");
    return settings
        .port(List.of("%prod.quarkus.http.port", "quarkus.http.port"), STANDARD)
        .map(port -> new Service(port, path("/q/health", isOpen)));
  }

  private static boolean isOrBegins(String name, String web) {
    return name.equals(web)
        || name.startsWith(web + "-")
            && !name.startsWith("quarkus-rest-client")
            && !name.startsWith("quarkus-resteasy-client");
  }

  private static Optional<String> path(String path, boolean isOpen) {
    return isOpen ? Optional.of(path) : Optional.empty();
  }
}
