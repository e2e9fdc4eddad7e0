package io.github.dockeraudit.generate;

import io.github.dockeraudit.facts.EndOfLife;
import io.github.dockeraudit.facts.Release;
import io.github.dockeraudit.project.MavenModel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Java a module is compiled for, and which one is to run it. */
final class JavaRelease {

  private static final int FARTHEST = 20;

  private JavaRelease() {}

  /**
   * The long-term release that is nearest above what the module is compiled for, and still
   * supported on a day.
   *
   * @throws Obstacle if the POM does not say, or there is none yet
   */
  static int toRun(MavenModel model, LocalDate today) throws Obstacle {
    int level = level(model);
    for (int release = level; release < level + FARTHEST; release++) {
      if (isSupported(release, today)) {
        return release;
      }
    }
    throw new Obstacle(
        "no supported release of Java is known that runs what is compiled for " + level);
  }

  private static boolean isSupported(int release, LocalDate today) {
    String cycle = String.valueOf(release);
    Optional<Release> found = EndOfLife.release("eclipse-temurin", cycle);
    return found
        .filter(r -> r.cycle().equals(cycle) && r.isLongTerm() && !r.hasEndedBy(today))
        .isPresent();
  }

  /** Says what {@code maven-compiler-plugin} goes by: its configuration before the properties. */
  private static int level(MavenModel model) throws Obstacle {
    Stream<String> configured =
        model.plugin("org.apache.maven.plugins", "maven-compiler-plugin").stream()
            .flatMap(
                plugin ->
                    Stream.of("release", "target").flatMap(name -> plugin.setting(name).stream()));
    Stream<String> properties =
        Stream.of("maven.compiler.release", "maven.compiler.target", "java.version")
            .flatMap(name -> model.property(name).stream());
    return Stream.concat(configured, properties)
        .flatMap(value -> number(value).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new Obstacle(
                    "the POM does not say which Java it is compiled for; set maven.compiler.release"));
  }

  private static Optional<Integer> number(String value) {
    String plain = value.startsWith("1.") ? value.substring(2) : value;
    boolean isNumber =
        !plain.isEmpty() && plain.length() < 3 && plain.chars().allMatch(Character::isDigit);
    return isNumber ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
  }
}
