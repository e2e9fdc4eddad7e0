package io.github.dockeraudit.fix;

import io.github.dockeraudit.rule.Applicability;

/** How far fixing may go. */
public enum FixLevel {
  /** Only the spelling may change. */
  SAFE(Applicability.SAFE),
  /** Images and runs may change in just the way that the rules ask for. */
  INTENDED(Applicability.INTENDED),
  /** Also what may break a build or a run. */
  RISKY(Applicability.RISKY);

  private final Applicability most;

  FixLevel(Applicability most) {
    this.most = most;
  }

  /** Whether a fix of that kind is applied. */
  public boolean allows(Applicability applicability) {
    return applicability.compareTo(most) <= 0;
  }
}
