package io.github.dockeraudit.dockerfile;

import java.time.Duration;
import java.util.Optional;

/**
 * The timing of one {@code HEALTHCHECK}, with Docker's defaults where a flag is absent, zero or
 * malformed.
 *
 * @param interval wait between two probes; 30 s by default
 * @param timeout longest a probe may run before it counts as failed; 30 s by default
 * @param startPeriod time after start in which a failed probe does not count; 0 s by default
 * @param startInterval wait between two probes during the start period; 5 s by default
 * @param retries failed probes in a row that make the container unhealthy; 3 by default, which a
 *     flag of 0 also means
 * @see <a href="https://docs.docker.com/reference/dockerfile/#healthcheck">Dockerfile reference</a>
 */
public record HealthTiming(
    Duration interval,
    Duration timeout,
    Duration startPeriod,
    Duration startInterval,
    int retries) {

  /** What Docker uses where nothing is said. */
  public static final HealthTiming DEFAULT =
      new HealthTiming(
          Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(5), 3);

  static HealthTiming of(Healthcheck check) {
    return new HealthTiming(
        duration(check, "interval", DEFAULT.interval),
        duration(check, "timeout", DEFAULT.timeout),
        duration(check, "start-period", DEFAULT.startPeriod),
        duration(check, "start-interval", DEFAULT.startInterval),
        retries(check));
  }

  private static Duration duration(Healthcheck check, String flag, Duration otherwise) {
    return text(check, flag)
        .flatMap(GoDuration::parse)
        .filter(duration -> !duration.isNegative() && !duration.isZero())
        .orElse(otherwise);
  }

  private static int retries(Healthcheck check) {
    return text(check, "retries")
        .filter(text -> text.matches("\\+?\\d{1,9}"))
        .map(Integer::parseInt)
        .filter(retries -> retries > 0)
        .orElse(DEFAULT.retries);
  }

  private static Optional<String> text(Healthcheck check, String flag) {
    return check.flag(flag).flatMap(Flag::value).map(Word::text);
  }
}
