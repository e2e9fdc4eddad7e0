package io.github.dockeraudit.dockerfile;

import java.time.Duration;

/**
 * The timing of one {@code HEALTHCHECK}, with Docker's defaults where a flag is absent or cannot be
 * read.
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
    int retries) {}
