package io.github.dockeraudit.source;

/** Anything that stands somewhere in a file. */
public interface Located {

  /** The text that this covers, in the file that it was read from. */
  SourceRange range();
}
