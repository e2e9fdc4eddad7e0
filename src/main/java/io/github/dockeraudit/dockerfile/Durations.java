package io.github.dockeraudit.dockerfile;

import java.time.Duration;

/** Reads the durations of HEALTHCHECK. */
final class Durations {

  private Durations() {}

  static HealthTiming timing(Healthcheck check) {
    return new HealthTiming(
        Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(5), 3);
  }
}
