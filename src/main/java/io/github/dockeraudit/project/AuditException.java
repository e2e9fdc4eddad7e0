package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

/**
 * The audit cannot be made as it was asked for: a wrong setting, or a folder that cannot be read.
 *
 * <p>What is wrong with the audited files is never told by this exception but by findings.
 */
public final class AuditException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong, quoting the setting or the path, without full stop
   * @param remedy what to do about it, in the imperative, without full stop
   */
  public AuditException(String problem, String remedy) {
    super(requireNonNull(problem) + "; " + requireNonNull(remedy));
  }
}
