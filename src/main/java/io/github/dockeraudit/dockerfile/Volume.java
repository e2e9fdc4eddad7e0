package io.github.dockeraudit.dockerfile;

import java.util.List;

/** Declares directories that are kept outside the container. */
public record Volume(Syntax syntax) implements Instruction {

  /** The directories. */
  public List<Word> paths() {
    return arguments();
  }
}
