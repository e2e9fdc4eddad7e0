package io.github.dockeraudit.mojo;

/** A form that reports can have. */
enum Format {
  /** The log of the build. */
  CONSOLE,
  /** {@code audit.json}. */
  JSON
}
