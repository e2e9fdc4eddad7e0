package io.github.dockeraudit.facts;

import io.github.dockeraudit.yaml.NewEntry;
import java.util.List;
import java.util.Optional;

/**
 * A health check for a service, or the reason why there is none.
 *
 * @param test the value of {@code healthcheck.test} as it stands in a compose file
 * @param timing how often and how long it is tried
 * @param isRisky whether it may fail although the service works
 * @param obstacle why there is none, as a clause
 */
record ServiceProbe(String test, Timing timing, boolean isRisky, Optional<String> obstacle) {

  /** How often and how long a check is tried. */
  enum Timing {
    /** For what is up within seconds and what others wait for. */
    QUICK("10s", "5s", "5", "30s"),
    /** For what takes its time to come up. */
    SLOW("30s", "10s", "5", "60s"),
    /** For a check that is work itself. */
    RARE("60s", "30s", "3", "60s");

    private final List<NewEntry> entries;

    Timing(String interval, String timeout, String retries, String startPeriod) {
      this.entries =
          List.of(
              NewEntry.of("interval", interval),
              NewEntry.of("timeout", timeout),
              NewEntry.of("retries", retries),
              NewEntry.of("start_period", startPeriod));
    }

    List<NewEntry> entries() {
      return entries;
    }
  }

  static ServiceProbe sure(String test, Timing timing) {
    return new ServiceProbe(test, timing, false, Optional.empty());
  }

  static ServiceProbe risky(String test, Timing timing) {
    return new ServiceProbe(test, timing, true, Optional.empty());
  }

  static ServiceProbe none(String obstacle) {
    return new ServiceProbe("", Timing.QUICK, false, Optional.of(obstacle));
  }
}
