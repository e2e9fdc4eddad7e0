package io.github.dockeraudit.project;

import java.util.ArrayList;
import java.util.List;

/** Gathers all that is wrong with a setting, so that a user need not run into one after another. */
public final class Faults {

  private final List<AuditException> found = new ArrayList<>();

  /** Takes a step, and keeps for later what is wrong with it. */
  public void gather(Runnable step) {
    try {
      step.run();
    } catch (AuditException fault) {
      found.add(fault);
    }
  }

  /**
   * Tells all that was wrong.
   *
   * @throws AuditException if anything was
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw AuditException.of(found);
    }
  }
}
