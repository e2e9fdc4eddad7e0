package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
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
 * @param correction how to mend it; empty if only a person can say
 */
public record Problem(
    SourceRange range,
    String message,
    List<String> unset,
    Optional<Missing> missing,
    Optional<Correction> correction)
    implements Located {

  /**
   * Something that is named and not declared.
   *
   * @param section where it would be declared: {@code services}, {@code volumes} ...
   * @param name its name
   */
  public record Missing(String section, String name) {}

  /**
   * What was most likely meant.
   *
   * @param title what the edits do, in the imperative
   * @param isSure whether nothing else can have been meant
   * @param edits the edits, which must all be made
   */
  public record Correction(String title, boolean isSure, List<TextEdit> edits) {

    public Correction {
      edits = List.copyOf(edits);
    }
  }

  public Problem {
    unset = List.copyOf(unset);
  }

  /** Whether compose refuses the file whatever the environment of its user sets. */
  public boolean isCertain() {
    return unset.isEmpty();
  }

  /** Those at one place with one message are one, whatever can be done about them. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Problem problem
        && range.equals(problem.range)
        && message.equals(problem.message);
  }

  @Override
  public int hashCode() {
    return 31 * range.hashCode() + message.hashCode();
  }
}
