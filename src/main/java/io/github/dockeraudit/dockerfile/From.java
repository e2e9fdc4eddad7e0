package io.github.dockeraudit.dockerfile;

import java.util.Optional;

/** Begins a stage. */
public record From(Syntax syntax) implements Instruction {

  /** The image or earlier stage that the stage builds on; empty text if it is missing. */
  public Word image() {
    return syntax.argument(0);
  }

  /** The name given to the stage after {@code AS}. */
  public Optional<Word> alias() {
    return arguments().size() == 3 && arguments().get(1).text().equalsIgnoreCase("as")
        ? Optional.of(arguments().get(2))
        : Optional.empty();
  }

  /** The value of {@code --platform}. */
  public Optional<Word> platform() {
    return flag("platform").flatMap(Flag::value);
  }
}
