package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

/**
 * A finding that was there before, and so fails no build. It costs its points nevertheless: nobody
 * said that it is right.
 *
 * @param kind {@link Acceptance.Kind#BASELINE} or {@link Acceptance.Kind#REVISION}
 * @param reason where it is known from
 */
public record Known(Kind kind, String reason) implements Acceptance {

  public Known {
    requireNonNull(kind);
    requireNonNull(reason);
  }
}
