package io.github.dockeraudit.dockerfile;

/** Sets the working directory of the image and of the rest of the build. */
public record Workdir(Syntax syntax) implements Instruction {

  /** The directory; empty text if it is missing. */
  public Word path() {
    return syntax.argument(0);
  }
}
