package io.github.dockeraudit.rule;

import java.util.Locale;

/** How safe a fix is, the safest first. */
public enum Applicability {
  /** The built image is the same; only the spelling changes. */
  SAFE,
  /** Image or run change in just the way that the rule asks for; nothing else is known to break. */
  INTENDED,
  /** Right in most projects, but may break a build or a run. */
  RISKY,
  /** A suggestion for a person to finish; never applied. */
  MANUAL;

  /** The name in lower case, as reports write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
