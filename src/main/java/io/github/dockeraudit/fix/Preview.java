package io.github.dockeraudit.fix;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What fixes would change, not verified as {@link Fixer} does it before anything is written. */
public final class Preview {

  /**
   * What several fixes would change together.
   *
   * @param fixes those that are made, in the order of their findings
   * @param changes the files that change, in the order of their paths
   */
  public record Together(List<AppliedFix> fixes, List<FileChange> changes) {
    public Together {
      fixes = List.copyOf(fixes);
      changes = List.copyOf(changes);
    }
  }

  private Preview() {}

  /**
   * The files that one fix changes, all others left alone, in the order of their paths. Empty if
   * the edits overlap.
   *
   * @param project the one that the fix is for
   */
  public static List<FileChange> of(Fix fix, Project project) {
    List<FileChange> changes = new ArrayList<>();
    for (List<TextEdit> edits : byPath(fix).values()) {
      if (!Edits.areSound(edits)) {
        return List.of();
      }
      Edits ofFile = new Edits(edits.get(0).range().source(), false);
      edits.forEach(ofFile::add);
      Source after = ofFile.apply().after();
      changes.add(new FileChange(project.text(after.path()), after));
    }
    return changes;
  }

  private static Map<String, List<TextEdit>> byPath(Fix fix) {
    Map<String, List<TextEdit>> byPath = new TreeMap<>();
    for (TextEdit edit : fix.edits()) {
      byPath.computeIfAbsent(edit.range().source().path(), path -> new ArrayList<>(2)).add(edit);
    }
    return byPath;
  }

  /**
   * All fixes that are not for a person to finish. Where some of them are in each other's way, they
   * are made as {@link Fixer} makes them, one after the other.
   *
   * @param audit the findings to fix, with fixes worked out
   */
  public static Together of(Audit audit) {
    Project project = audit.project();
    List<Finding> fixable =
        audit.findings().stream()
            .filter(finding -> finding.fix().filter(fix -> isMade(fix, project)).isPresent())
            .toList();
    Round round = Round.of(audit, fixable, Set.of());
    if (round.fixes().size() < fixable.size()) {
      Fixed fixed = new Fixer(FixLevel.RISKY).fix(audit);
      return new Together(fixed.applied(), fixed.changes());
    }
    List<FileChange> changes =
        round.apply().values().stream()
            .map(Edits.Edited::after)
            .map(after -> new FileChange(project.text(after.path()), after))
            .toList();
    return new Together(round.fixes(), changes);
  }

  private static boolean isMade(Fix fix, Project project) {
    if (fix.applicability() == Applicability.MANUAL) {
      return false;
    }
    Map<String, List<TextEdit>> edits = byPath(fix);
    return edits.values().stream().allMatch(Edits::areSound)
        && edits.keySet().stream().allMatch(project::owns);
  }
}
