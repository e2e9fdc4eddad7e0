package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/**
 * A reason why compose refuses to load a file.
 *
 * @param range the place
 * @param message one line that says what is wrong and what to do
 * @param unset the variables that nothing in the files sets and that would have to be set for the
 *     file to load, if that is the reason; else empty
 * @param missing what another file could declare to mend it; empty if none can
 */
public record Problem(
    SourceRange range, String message, List<String> unset, Optional<Missing> missing)
    implements Located {

  /**
   * Something that is named and not declared.
   *
   * @param section where it would be declared: {@code services}, {@code volumes} ...
   * @param name its name
   */
  public record Missing(String section, String name) {}

  public Problem {
    unset = List.copyOf(unset);
  }

  /** Whether compose refuses the file whatever the environment of its user sets. */
  public boolean isCertain() {
    return unset.isEmpty();
  }
}
