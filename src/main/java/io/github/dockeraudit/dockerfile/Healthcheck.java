package io.github.dockeraudit.dockerfile;

import java.util.Optional;

/**
 * Sets how Docker finds out whether the container works, or switches an inherited check off.
 *
 * @param type {@code CMD} or {@code NONE} as written; empty text if it is missing
 * @param probe the command after the type; without any text if there is none
 */
public record Healthcheck(Syntax syntax, Word type, Command probe) implements Instruction {

  /** Whether an inherited check is switched off. */
  public boolean isNone() {
    return type.text().equalsIgnoreCase("NONE");
  }

  /** The command that probes the container; empty if the check is switched off or malformed. */
  public Optional<Command> command() {
    return type.text().equalsIgnoreCase("CMD") && !probe.isEmpty()
        ? Optional.of(probe)
        : Optional.empty();
  }

  /** The timing of the probes. */
  public HealthTiming timing() {
    return Durations.timing(this);
  }
}
