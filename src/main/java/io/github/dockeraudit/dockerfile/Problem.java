package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.Optional;

/**
 * One reason why BuildKit rejects a Dockerfile.
 *
 * @param range the text at fault, on the line that BuildKit names
 * @param message what is wrong and what to do, one line without a full stop
 * @param kind how far BuildKit gets with the file
 * @param remedy what was likely meant; empty if nothing is
 */
public record Problem(SourceRange range, String message, Kind kind, Optional<TextEdit> remedy)
    implements Located {

  /** A problem of which nobody knows what was meant; parameters as above. */
  public Problem(SourceRange range, String message, Kind kind) {
    this(range, message, kind, Optional.empty());
  }

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
