package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;

/** Audits of one file. */
final class Audits {

  private Audits() {}

  static Audit of(Policy policy, String path, String text) {
    Dockerfile file = Dockerfile.parse(Source.of(path, text));
    return new Auditor(policy).audit(Project.of(file, LocalDate.of(2026, 11, 22)));
  }
}
