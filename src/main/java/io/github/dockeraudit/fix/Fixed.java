package io.github.dockeraudit.fix;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.project.Project;
import java.util.List;
import java.util.Objects;

/**
 * What fixing came to; nothing is written yet.
 *
 * @param original the project as it is
 * @param audit the audit of the project as it will be
 * @param changes the files that change, in the order of their paths
 * @param applied what was done, in the order of rounds and places
 * @param left what was not, in the order of places
 * @param failures fixes that were taken back, in the order of rule and path
 */
public record Fixed(
    Project original,
    Audit audit,
    List<FileChange> changes,
    List<AppliedFix> applied,
    List<LeftFinding> left,
    List<FixFailure> failures) {

  public Fixed {
    Objects.requireNonNull(original);
    Objects.requireNonNull(audit);
    changes = List.copyOf(changes);
    applied = List.copyOf(applied);
    left = List.copyOf(left);
    failures = List.copyOf(failures);
  }
}
