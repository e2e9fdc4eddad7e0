package io.github.dockeraudit.facts.reorder;

/** Knows what the installs of one ecosystem read of a project. */
@FunctionalInterface
interface Manifests {

  /**
   * Says what an install reads and makes.
   *
   * @throws ObstacleException if it may read more than manifests
   */
  void describe(Install install) throws ObstacleException;
}
