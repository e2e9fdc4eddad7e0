package io.github.dockeraudit.dockerfile;

/** Sets the signal that stops the container. */
public record Stopsignal(Syntax syntax) implements Instruction {

  /** The signal by name or number; empty text if it is missing. */
  public Word signal() {
    return syntax.argument(0);
  }
}
