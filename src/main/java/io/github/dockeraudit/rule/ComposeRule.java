package io.github.dockeraudit.rule;

import io.github.dockeraudit.compose.Deployment;
import java.util.stream.Stream;

/**
 * A rule that needs to see the services that run together, as compose merges them from their files.
 */
public non-sealed interface ComposeRule extends Rule {

  /** What is wrong in one deployment, in any order; each finding points into the file to edit. */
  Stream<Finding> check(Deployment deployment);
}
