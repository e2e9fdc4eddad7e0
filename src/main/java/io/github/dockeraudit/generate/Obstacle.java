package io.github.dockeraudit.generate;

/** Why something cannot be generated; its message is the reason of a {@link Draft}. */
final class Obstacle extends Exception {

  private static final long serialVersionUID = 1L;

  Obstacle(String reason) {
    super(reason, null, false, false);
  }
}
