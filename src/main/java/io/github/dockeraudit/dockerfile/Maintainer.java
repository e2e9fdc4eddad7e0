package io.github.dockeraudit.dockerfile;

/** Names the author of the image; deprecated in favour of a label. */
public record Maintainer(Syntax syntax) implements Instruction {

  /** The whole text after the keyword; empty if it is missing. */
  public Word author() {
    return syntax.argument(0);
  }
}
