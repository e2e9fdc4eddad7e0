package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;

/**
 * A finding that does not count.
 *
 * @param finding what was found
 * @param by what accepts it
 */
public record Suppressed(Finding finding, Acceptance by) {

  /** Whether it was there before, and nobody said that it is right. */
  public boolean isKnown() {
    return by instanceof Known;
  }
}
