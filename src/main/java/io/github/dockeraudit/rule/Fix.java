package io.github.dockeraudit.rule;

import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Objects;

/**
 * A way to mend a finding: applied as a whole or not at all.
 *
 * @param title what it does, in the imperative: {@code Replace ADD with COPY}
 * @param applicability how safe it is
 * @param edits the changes, which must not overlap
 */
public record Fix(String title, Applicability applicability, List<TextEdit> edits) {

  /**
   * @throws IllegalArgumentException if there is no edit
   */
  public Fix {
    Objects.requireNonNull(title);
    Objects.requireNonNull(applicability);
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException(title + ": a fix has at least one edit");
    }
  }

  /** A fix that only changes the spelling. */
  public static Fix safe(String title, TextEdit... edits) {
    return safe(title, List.of(edits));
  }

  /** A fix that only changes the spelling. */
  public static Fix safe(String title, List<TextEdit> edits) {
    return new Fix(title, Applicability.SAFE, edits);
  }

  /** A fix that changes image or run as the rule asks for. */
  public static Fix intended(String title, TextEdit... edits) {
    return intended(title, List.of(edits));
  }

  /** A fix that changes image or run as the rule asks for. */
  public static Fix intended(String title, List<TextEdit> edits) {
    return new Fix(title, Applicability.INTENDED, edits);
  }

  /** A fix that may break a build or a run. */
  public static Fix risky(String title, TextEdit... edits) {
    return risky(title, List.of(edits));
  }

  /** A fix that may break a build or a run. */
  public static Fix risky(String title, List<TextEdit> edits) {
    return new Fix(title, Applicability.RISKY, edits);
  }

  /** A suggestion for a person to finish. */
  public static Fix manual(String title, TextEdit... edits) {
    return new Fix(title, Applicability.MANUAL, List.of(edits));
  }
}
