package io.github.dockeraudit.dockerfile;

import java.util.List;

/** Sets the shell that runs the commands written in shell form. */
public record Shell(Syntax syntax) implements Instruction {

  /** The shell and its arguments; empty if they are not a JSON array. */
  public List<Word> words() {
    return isJson() ? arguments() : List.of();
  }
}
