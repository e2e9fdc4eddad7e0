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

  /** Whether a source is fetched from elsewhere: a URL or a Git repository. */
  public static boolean isRemote(String source) {
    return source.contains("://") || source.startsWith("git@");
  }

  /** Where the sources go; empty text if fewer than two arguments are given. */
  public Word destination() {
    return Transfer.destination(this);
  }
}
