package io.github.dockeraudit.project;

/** A pattern that Docker would refuse, or that cannot mean what its author thinks. */
final class BadPatternException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to do, in one line without full stop
   */
  BadPatternException(String message) {
    super(message);
  }
}
