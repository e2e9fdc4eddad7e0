package io.github.dockeraudit.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * Copies files from the build context, a stage or an image.
 *
 * @param heredocs files written in the Dockerfile itself, which are sources too
 */
public record Copy(Syntax syntax, List<Heredoc> heredocs) implements Instruction {

  /** The paths that are copied, without heredocs; empty if nothing but a destination is given. */
  public List<Word> sources() {
    return Transfer.sources(this, heredocs);
  }

  /** Where the sources go; empty text if fewer than two arguments are given. */
  public Word destination() {
    return Transfer.destination(this);
  }

  /** The stage or image that is copied from; empty for the build context. */
  public Optional<Word> from() {
    return flag("from").flatMap(Flag::value);
  }
}
