package io.github.dockeraudit.audit;

import java.util.Locale;

/** Why a finding does not count. */
public sealed interface Acceptance permits Suppression, SuppressionEntry, Known {

  /** Who accepts it. */
  enum Kind {
    /** A comment in the file. */
    COMMENT,
    /** An entry of the configuration. */
    CONFIGURATION,
    /** The baseline: it was there when that was written. */
    BASELINE,
    /** A revision: it was there before the change that is looked at. */
    REVISION;

    /** The name in lower case, as reports write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who accepts it. */
  Kind kind();

  /** What is given as the reason; empty if none is. */
  String reason();
}
