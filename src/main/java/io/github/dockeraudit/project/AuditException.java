package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;

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
    this(requireNonNull(problem) + "; " + requireNonNull(remedy));
  }

  private AuditException(String message) {
    super(message);
  }

  /** Several at once, a line for each. */
  static AuditException of(List<AuditException> faults) {
    return faults.size() == 1
        ? faults.get(0)
        : new AuditException(
            faults.stream().map(Throwable::getMessage).distinct().collect(joining("\n")));
  }
}
