package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be done about a fault without a person: edits, or the reason why there are none.
 *
 * @param title what the edits do, in the imperative; empty with an obstacle
 * @param isRisky whether they may break what works today
 * @param edits the edits, which must all be made; empty with an obstacle
 * @param obstacle why only a person can mend it, as a clause: {@code the program listens on port
 *     80}
 */
public record Remedy(
    String title, boolean isRisky, List<TextEdit> edits, Optional<String> obstacle) {

  public Remedy {
    Objects.requireNonNull(title);
    edits = List.copyOf(edits);
    Objects.requireNonNull(obstacle);
  }

  /** Edits that do just what is wanted. */
  public static Remedy intended(String title, List<TextEdit> edits) {
    return new Remedy(title, false, edits, Optional.empty());
  }

  /** Edits that are right in most projects. */
  public static Remedy risky(String title, List<TextEdit> edits) {
    return new Remedy(title, true, edits, Optional.empty());
  }

  /** No edits, for a reason. */
  public static Remedy none(String obstacle) {
    return new Remedy("", false, List.of(), Optional.of(obstacle));
  }
}
