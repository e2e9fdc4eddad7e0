package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import java.util.Optional;

/** Gives the loader the files that {@code include}, {@code extends} and {@code env_file} name. */
@FunctionalInterface
public interface ComposeFiles {

  /** No files at all. */
  ComposeFiles NONE = path -> Optional.empty();

  /**
   * Reads a file; empty if there is none.
   *
   * @param path the path relative to the project's folder, normalised, with {@code /}; it never
   *     leads out of that folder
   */
  Optional<Source> read(String path);

  /** What a compose file among them says; who keeps that need not work it out again. */
  default ComposeFile parsed(Source source) {
    return ComposeFile.parse(source);
  }
}
