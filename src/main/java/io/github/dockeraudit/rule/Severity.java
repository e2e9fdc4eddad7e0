package io.github.dockeraudit.rule;

import java.util.Locale;

/** How much a finding weighs, the gravest first. */
public enum Severity {
  /** What breaks or exposes the running container. */
  ERROR,
  /** What costs time, space or somebody's patience. */
  WARNING,
  /** What is worth knowing. */
  INFO;

  /** Whether this is as grave as {@code threshold} or graver. */
  public boolean isAtLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }

  /** The name in lower case, as reports write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
