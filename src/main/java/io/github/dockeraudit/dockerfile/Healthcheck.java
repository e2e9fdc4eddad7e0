package io.github.dockeraudit.dockerfile;

import java.util.Optional;

/**
 * Sets how Docker finds out whether the container works, or switches an inherited check off.
 *
 * @param probe what follows the type {@code CMD} or {@code NONE}; empty if there is nothing
 */
public record Healthcheck(Syntax syntax, Command probe) implements Instruction {

  /** {@code CMD} or {@code NONE} as written; empty text if it is missing. */
  public Word type() {
    return syntax.argument(0);
  }

  /** Whether an inherited check is switched off. */
  public boolean isNone() {
    return type().is("NONE");
  }

  /** The command that probes the container; empty if the check is switched off or malformed. */
  public Optional<Command> command() {
    return type().is("CMD") && !probe.isEmpty() ? Optional.of(probe) : Optional.empty();
  }

  /** The timing of the probes. */
  public HealthTiming timing() {
    return HealthTiming.of(this);
  }
}
