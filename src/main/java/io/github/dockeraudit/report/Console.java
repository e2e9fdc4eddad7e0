package io.github.dockeraudit.report;

import io.github.dockeraudit.rule.Severity;

/** Where the console report goes, line by line. */
@FunctionalInterface
public interface Console {

  /** Prints one line; its severity decides the log level. */
  void line(Severity severity, String text);
}
