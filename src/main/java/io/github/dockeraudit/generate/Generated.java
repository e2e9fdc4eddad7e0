package io.github.dockeraudit.generate;

import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.project.Project;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What generating came to; nothing is written yet.
 *
 * @param original the project as it is
 * @param project the project as it will be
 * @param drafts what there is for each file, in the order of parts
 */
public record Generated(Project original, Project project, List<Draft> drafts) {

  public Generated {
    Objects.requireNonNull(original);
    Objects.requireNonNull(project);
    drafts = List.copyOf(drafts);
  }

  /** The files to write. */
  public List<FileChange> changes() {
    return drafts.stream().map(Draft::change).flatMap(Optional::stream).toList();
  }
}
