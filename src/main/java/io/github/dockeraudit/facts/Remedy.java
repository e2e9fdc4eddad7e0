package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be done about a fault without a person: edits, or the reason why there are none.
 *
 * @param title what the edits do, in the imperative; empty with an obstacle
 * @param effect what they do to what is run
 * @param edits the edits, which must all be made; empty with an obstacle
 * @param obstacle why only a person can mend it, as a clause: {@code the program listens on port
 *     80}
 */
public record Remedy(String title, Effect effect, List<TextEdit> edits, Optional<String> obstacle) {

  /** What edits do to what is built and run. */
  public enum Effect {
    /** Nothing: only the spelling is another one. */
    NOTHING,
    /** Just what is wanted. */
    INTENDED,
    /** What is wanted, and they may break what works today. */
    RISKY
  }

  public Remedy {
    Objects.requireNonNull(title);
    Objects.requireNonNull(effect);
    edits = List.copyOf(edits);
    Objects.requireNonNull(obstacle);
  }

  /**
   * Edits that do what is wanted.
   *
   * @param isRisky whether they may break what works today
   */
  public Remedy(String title, boolean isRisky, List<TextEdit> edits) {
    this(title, isRisky ? Effect.RISKY : Effect.INTENDED, edits, Optional.empty());
  }

  /** Edits that only change the spelling. */
  public static Remedy safe(String title, TextEdit... edits) {
    return safe(title, List.of(edits));
  }

  /** Edits that only change the spelling. */
  public static Remedy safe(String title, List<TextEdit> edits) {
    return new Remedy(title, Effect.NOTHING, edits, Optional.empty());
  }

  /** Edits that do just what is wanted. */
  public static Remedy intended(String title, TextEdit... edits) {
    return intended(title, List.of(edits));
  }

  /** Edits that do just what is wanted. */
  public static Remedy intended(String title, List<TextEdit> edits) {
    return new Remedy(title, false, edits);
  }

  /** Edits that are right in most projects. */
  public static Remedy risky(String title, TextEdit... edits) {
    return risky(title, List.of(edits));
  }

  /** Edits that are right in most projects. */
  public static Remedy risky(String title, List<TextEdit> edits) {
    return new Remedy(title, true, edits);
  }

  /** No edits, for a reason. */
  public static Remedy none(String obstacle) {
    return new Remedy("", Effect.NOTHING, List.of(), Optional.of(obstacle));
  }
}
