package io.github.dockeraudit.mojo;

/**
 * A form that reports can have. Not called {@code Format}: Maven would take that for the type of a
 * {@code <format>} inside {@code <formats>}.
 */
enum ReportFormat {
  /** The log of the build. */
  CONSOLE,
  /** {@code audit.json}. */
  JSON
}
