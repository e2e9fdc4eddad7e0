package io.github.dockeraudit.fix;

import io.github.dockeraudit.source.Source;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param before the file as it was read; empty for one that comes into being
 * @param after the file as it is to be
 */
public record FileChange(Optional<Source> before, Source after) {

  public FileChange {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  /** The path, as in {@link Source#path}. */
  public String path() {
    return after.path();
  }
}
