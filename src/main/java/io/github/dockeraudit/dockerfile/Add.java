package io.github.dockeraudit.dockerfile;

import java.util.List;

/**
 * Copies files from the build context, or fetches them from a URL or a Git repository.
 *
 * @param heredocs files written in the Dockerfile itself, which are sources too
 */
public record Add(Syntax syntax, List<Heredoc> heredocs) implements Instruction {

  /** The paths that are copied, without heredocs; empty if nothing but a destination is given. */
  public List<Word> sources() {
    return Transfer.sources(this, heredocs);
  }

  /** Where the sources go; empty text if fewer than two arguments are given. */
  public Word destination() {
    return Transfer.destination(this);
  }
}
