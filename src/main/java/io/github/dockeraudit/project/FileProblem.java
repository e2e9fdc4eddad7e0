package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;

/**
 * A file that belongs to the build and cannot be read.
 *
 * @param kind why
 * @param range where to point to: an empty range of the file itself, of which nothing was read, or
 *     the place in another file that names it
 * @param message what is wrong and what to do, in one line
 */
public record FileProblem(Kind kind, SourceRange range, String message) implements Located {

  /** The reasons why a file cannot be read. */
  public enum Kind {
    /** A folder has the name of a file. */
    FOLDER,
    /** A pipe, a socket or a device has the name of a file. */
    SPECIAL,
    /** A link leads to nothing, or in a circle. */
    DANGLING_LINK,
    /** A link, or a path in a compose file, leads out of the project. */
    OUTSIDE,
    /** The file holds no text. */
    BINARY,
    /** The file is larger than any that a person would write. */
    TOO_LARGE,
    /** The operating system refuses to read the file. */
    UNREADABLE,
    /** The name cannot be written in the encoding of this Java runtime. */
    NAME
  }

  public FileProblem {
    requireNonNull(kind);
    requireNonNull(range);
    requireNonNull(message);
  }

  static FileProblem of(String path, Kind kind, String message) {
    return new FileProblem(kind, Source.of(path, "").range(), message);
  }

  /** The path of the file that {@link #range} points into. */
  public String path() {
    return range.source().path();
  }
}
