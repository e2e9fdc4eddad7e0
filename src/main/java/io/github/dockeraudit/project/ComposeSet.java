package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.source.Source;
import java.util.List;

/**
 * A deployment with the files that it was loaded from on purpose.
 *
 * @param deployment the model
 * @param given the base file and then its overrides, as a user would give them with {@code -f}
 */
record ComposeSet(Deployment deployment, List<Source> given) {

  ComposeSet {
    given = List.copyOf(given);
  }

  /**
   * The folder that a build in a file of the deployment is made in unless it says otherwise: that
   * of the base file for all that are given, and its own for one that is included or extended.
   */
  String folderFor(Source file) {
    return Paths.parent((given.contains(file) ? given.get(0) : file).path());
  }

  /** The folder of the base file. */
  String folder() {
    return Paths.parent(given.get(0).path());
  }
}
