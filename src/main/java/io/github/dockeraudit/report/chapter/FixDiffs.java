package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.Preview;
import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.Excerpt;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fixes as diffs in which secrets are masked. */
final class FixDiffs {

  private final Project project;
  private final Map<Source, List<SourceRange>> secrets;

  /**
   * @param secrets what is not to be shown, by file
   */
  FixDiffs(Project project, Map<Source, List<SourceRange>> secrets) {
    this.project = project;
    this.secrets = secrets;
  }

  /** The lines of the diff; none if the fix cannot be made. */
  List<UnifiedDiff.Line> of(Fix fix) {
    return of(Preview.of(fix, project));
  }

  /** The lines of one diff of all changes. */
  List<UnifiedDiff.Line> of(List<FileChange> changes) {
    return changes.stream().flatMap(change -> lines(change).stream()).toList();
  }

  private List<UnifiedDiff.Line> lines(FileChange change) {
    List<SourceRange> hidden = new ArrayList<>(SecretValues.in(project, change.after()));
    change.before().map(secrets::get).ifPresent(hidden::addAll);
    return UnifiedDiff.of(change, "", line -> Excerpt.printable(line, hidden));
  }
}
