package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.source.NameWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells by names what is made for development from what is shipped. */
final class Purpose {

  private static final Set<String> DEVELOPMENT =
      Set.of(
          "dev",
          "devel",
          "develop",
          "development",
          "devcontainer",
          "debug",
          "debugger",
          "local",
          "test",
          "tests",
          "testing",
          "tester",
          "unittest",
          "e2e",
          "lint",
          "linter",
          "ci",
          "sandbox",
          "playground");

  private static final Set<String> PRODUCTION = Set.of("prod", "production");

  private Purpose() {}

  /** Whether a name speaks of development: one of its words does. */
  static boolean isDevelopment(String name) {
    for (String word : NameWords.of(name)) {
      if (DEVELOPMENT.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean isDevelopment(Dockerfile file) {
    return isDevelopmentPath(file.source().path());
  }

  static boolean isDevelopment(Deployment deployment) {
    return isDevelopmentPath(deployment.baseFile().source().path());
  }

  private static boolean isDevelopmentPath(String path) {
    int slash = path.lastIndexOf('/');
    for (int start = 0; start < slash; ) {
      int end = Paths.endOfName(path, start);
      int word = path.charAt(start) == '.' ? start + 1 : start;
      if (end - word >= 2 && DEVELOPMENT.contains(path.substring(word, end))) {
        return true;
      }
      start = end + 1;
    }
    return isDevelopment(path.substring(slash + 1));
  }

  /** Whether one of the files over the base file, or the base file itself, speaks of production. */
  static boolean isProduction(Deployment deployment) {
    return deployment.files().stream()
        .map(file -> Paths.name(file.source().path()))
        .flatMap(name -> NameWords.of(name).stream())
        .anyMatch(PRODUCTION::contains);
  }

  static boolean isDevelopment(Stage stage) {
    return stage.name().filter(Purpose::isDevelopment).isPresent();
  }

  static boolean isDevelopment(Service service) {
    List<Scalar> profiles = service.profiles();
    return !profiles.isEmpty()
        && profiles.stream().map(Scalar::text).allMatch(Purpose::isDevelopment);
  }

  static boolean isDevelopment(ServiceBuild build) {
    boolean byProfile = isDevelopment(build.service());
    Optional<String> choosing =
        build.service().build().map(b -> Paths.name(b.range().source().path()));
    return byProfile
        || choosing.filter(file -> isDevelopment(file) || file.contains(".override.")).isPresent();
  }

  /**
   * The stages of a Dockerfile whose images are made to be run outside of development, in file
   * order: the last one and those that compose builds. Stages named for development are not among
   * them unless there are no others; a Dockerfile named for development ships nothing.
   *
   * @param builds the builds from this Dockerfile
   */
  static List<Stage> shippedStages(Dockerfile file, List<ServiceBuild> builds) {
    if (isDevelopment(file)) {
      return List.of();
    }
    List<Stage> built = new ArrayList<>(1);
    for (Stage stage : file.stages()) {
      if (isShipped(stage, builds) && !isDevelopment(stage)) {
        built.add(stage);
      }
    }
    return built.isEmpty() ? withoutDevelopment(file) : List.copyOf(built);
  }

  /** What may be shipped if the last stage is for development: other ends, or what it builds on. */
  private static List<Stage> withoutDevelopment(Dockerfile file) {
    Set<Stage> needed = new HashSet<>();
    file.stages().forEach(stage -> needed.addAll(stage.dependencies()));
    List<Stage> ends =
        file.stages().stream()
            .filter(stage -> !needed.contains(stage) && !isDevelopment(stage))
            .toList();
    if (!ends.isEmpty()) {
      return ends;
    }
    Optional<Stage> below =
        file.lastStage().stream()
            .flatMap(last -> last.ancestors().stream())
            .filter(stage -> !isDevelopment(stage))
            .findFirst();
    return below.or(file::lastStage).stream().toList();
  }

  private static boolean isShipped(Stage stage, List<ServiceBuild> builds) {
    if (builds.isEmpty()) {
      return stage.isLast();
    }
    List<ServiceBuild> ofStage = builds.stream().filter(build -> build.isOf(stage)).toList();
    return ofStage.isEmpty()
        ? stage.isLast()
        : ofStage.stream().anyMatch(build -> !build.isForDevelopment());
  }
}
