package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.report.document.Section;
import java.util.Optional;

/** One subject of the report. */
@FunctionalInterface
public interface Chapter {

  /** What there is to say; empty if nothing is. */
  Optional<Section> of(AuditReport report);
}
