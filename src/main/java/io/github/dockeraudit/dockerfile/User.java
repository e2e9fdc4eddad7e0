package io.github.dockeraudit.dockerfile;

/** Sets the user of the image and of the rest of the build. */
public record User(Syntax syntax) implements Instruction {

  /** The user, and after a colon the group; empty text if it is missing. */
  public Word user() {
    return syntax.argument(0);
  }
}
