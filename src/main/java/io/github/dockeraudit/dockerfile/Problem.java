package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * One reason why BuildKit rejects a Dockerfile.
 *
 * @param range the text at fault, on the line that BuildKit names
 * @param message what is wrong and what to do, one line without a full stop
 * @param kind how far BuildKit gets with the file
 */
public record Problem(SourceRange range, String message, Kind kind) implements Located {

  /** How far BuildKit gets with a file before it rejects it, in this order. */
  public enum Kind {
    /** Its parser cannot read the file. */
    SYNTAX,
    /** An instruction is unknown, or has wrong flags or arguments. */
    INSTRUCTION,
    /** The instructions make no build: a variable, reference or value is wrong. */
    BUILD
  }
}
