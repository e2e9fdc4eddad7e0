package io.github.dockeraudit.report.document;

/** How welcome something is; renderings choose a colour by it, and never say it by colour alone. */
public enum Tone {
  /** As it should be. */
  GOOD,
  /** It could be better. */
  FAIR,
  /** It should be changed. */
  POOR,
  /** Neither good nor bad. */
  NEUTRAL
}
