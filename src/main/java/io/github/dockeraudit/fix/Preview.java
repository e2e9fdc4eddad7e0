package io.github.dockeraudit.fix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one fix would change, all others left alone. */
public final class Preview {

  private Preview() {}

  /**
   * The files that the fix changes, in the order of their paths; not verified, as {@link Fixer}
   * does it before anything is written. Empty if the edits overlap.
   *
   * @param project the one that the fix is for
   */
  public static List<FileChange> of(Fix fix, Project project) {
    Map<String, List<TextEdit>> byPath =
        fix.edits().stream()
            .collect(groupingBy(edit -> edit.range().source().path(), TreeMap::new, toList()));
    List<FileChange> changes = new ArrayList<>();
    for (List<TextEdit> edits : byPath.values()) {
      if (!Edits.areSound(edits)) {
        return List.of();
      }
      Edits ofFile = new Edits(edits.get(0).range().source());
      edits.forEach(ofFile::add);
      Source after = ofFile.apply().after();
      changes.add(new FileChange(project.source(after.path()), after));
    }
    return changes;
  }
}
