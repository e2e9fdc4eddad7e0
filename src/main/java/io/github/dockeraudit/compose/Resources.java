package io.github.dockeraudit.compose;

import java.util.Optional;

/**
 * The limits or the reservations of a service, from {@code deploy.resources} or, where that says
 * nothing, from the attributes of the service itself.
 *
 * @param memory the memory; empty if not said
 * @param cpus the number of processors, which may be a fraction; empty if not said
 * @param pids the number of processes; empty if not said
 */
public record Resources(Optional<Scalar> memory, Optional<Scalar> cpus, Optional<Scalar> pids) {

  /** Whether nothing is said at all. */
  public boolean isEmpty() {
    return memory.isEmpty() && cpus.isEmpty() && pids.isEmpty();
  }
}
