package io.github.dockeraudit.dockerfile;

import java.util.List;

/** Documents the ports that the container listens on. */
public record Expose(Syntax syntax) implements Instruction {

  /** The ports as written, each a number or range with an optional protocol. */
  public List<Word> ports() {
    return arguments();
  }
}
