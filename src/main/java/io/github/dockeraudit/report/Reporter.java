package io.github.dockeraudit.report;

import io.github.dockeraudit.audit.Audit;
import java.io.IOException;

/** Writes an audit in one format. */
public interface Reporter {

  /**
   * Writes the whole report.
   *
   * @throws IOException if {@code out} does
   */
  void write(Audit audit, Appendable out) throws IOException;
}
