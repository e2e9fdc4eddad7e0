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
import java.util.TreeMap;

/** Fixes as diffs in which secrets are masked. */
final class FixDiffs {

  private final Project project;
  private final List<SourceRange> secrets;

  FixDiffs(Project project, List<SourceRange> secrets) {
    this.project = project;
    this.secrets = secrets;
  }

  /** The lines of the diff; none if the fix cannot be made. */
  List<UnifiedDiff.Line> of(Fix fix) {
    return of(Preview.of(fix, project));
  }

  /** The lines of one diff of all changes. */
  List<UnifiedDiff.Line> of(List<FileChange> changes) {
    List<SourceRange> hidden = new ArrayList<>(secrets);
    if (changes.stream().anyMatch(this::touchesSecrets)) {
      hidden.addAll(SecretValues.in(project.with(texts(changes))));
    }
    return changes.stream()
        .flatMap(
            change -> UnifiedDiff.of(change, "", line -> Excerpt.printable(line, hidden)).stream())
        .toList();
  }

  /** A fix makes no secret, but it may move one. */
  private boolean touchesSecrets(FileChange change) {
    return secrets.stream()
        .anyMatch(secret -> change.before().filter(file -> file == secret.source()).isPresent());
  }

  private static Map<String, Source> texts(List<FileChange> changes) {
    Map<String, Source> texts = new TreeMap<>();
    changes.forEach(change -> texts.put(change.path(), change.after()));
    return texts;
  }
}
