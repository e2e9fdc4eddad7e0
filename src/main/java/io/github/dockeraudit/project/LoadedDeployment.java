package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.Deployment;
import java.util.Collections;
import java.util.Set;

/**
 * A deployment that need not be loaded again as long as no file has changed that was looked at.
 *
 * @param deployment the model
 * @param asked the paths of all files that were looked at
 * @param isComplete whether all of them were there
 */
record LoadedDeployment(Deployment deployment, Set<String> asked, boolean isComplete) {

  /** Whether it would be loaded as it is; what was not there is looked for again. */
  boolean holdsWithout(Set<String> changed) {
    return isComplete && Collections.disjoint(asked, changed);
  }
}
