package io.github.dockeraudit.facts.reorder;

/** Why the sources have to stay before the install. */
final class ObstacleException extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * @param reason a clause in lower case, as for a finding that is not fixed
   */
  ObstacleException(String reason) {
    super(reason, null, false, false);
  }
}
