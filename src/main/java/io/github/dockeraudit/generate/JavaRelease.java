package io.github.dockeraudit.generate;

import io.github.dockeraudit.facts.EndOfLife;
import io.github.dockeraudit.facts.JavaLevel;
import io.github.dockeraudit.facts.Release;
import io.github.dockeraudit.project.MavenModel;
import java.time.LocalDate;
import java.util.Optional;

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
    int level =
        JavaLevel.of(model)
            .orElseThrow(
                () ->
                    new Obstacle(
                        "the POM does not say which Java it is compiled for; set maven.compiler.release"));
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
}
