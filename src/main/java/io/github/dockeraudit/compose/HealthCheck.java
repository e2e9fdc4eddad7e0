package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** The {@code healthcheck} of a service. */
public final class HealthCheck implements Located {

  private final Mapping node;

  HealthCheck(Mapping node) {
    this.node = node;
  }

  @Override
  public SourceRange range() {
    return node.range();
  }

  /**
   * The command; a list begins with {@code CMD}, {@code CMD-SHELL} or {@code NONE}. Empty if the
   * image's own command is kept.
   */
  public Optional<CommandLine> test() {
    return node.get("test").map(CommandLine::new);
  }

  /** Whether it switches off the health check of the image. */
  public boolean isDisabled() {
    return node.scalar("disable").map(Scalar::isTrue).orElse(false)
        || test().map(test -> test.isList() && test.startsWith("NONE")).orElse(false);
  }

  /** The wait between two probes; empty means Docker's 30 s. */
  public Optional<Scalar> interval() {
    return node.scalar("interval");
  }

  /** The longest that a probe may run; empty means Docker's 30 s. */
  public Optional<Scalar> timeout() {
    return node.scalar("timeout");
  }

  /** The failed probes in a row that make the container unhealthy; empty means Docker's 3. */
  public Optional<Scalar> retries() {
    return node.scalar("retries");
  }

  /** The time after start in which failed probes do not count; empty means none. */
  public Optional<Scalar> startPeriod() {
    return node.scalar("start_period");
  }

  /** The wait between two probes during the start period; empty means Docker's 5 s. */
  public Optional<Scalar> startInterval() {
    return node.scalar("start_interval");
  }
}
