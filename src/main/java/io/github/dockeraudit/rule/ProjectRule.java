package io.github.dockeraudit.rule;

import io.github.dockeraudit.project.Project;
import java.util.stream.Stream;

/** A rule that needs to see several files of a project together. */
public non-sealed interface ProjectRule extends Rule {

  /** What is wrong in the project, in any order. */
  Stream<Finding> check(Project project);
}
