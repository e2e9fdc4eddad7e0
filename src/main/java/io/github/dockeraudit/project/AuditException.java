package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
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

  /**
   * A file cannot be written.
   *
   * @param file what it is, and its path: {@code The report target/audit.json}
   * @param remedy as in {@link #AuditException}
   */
  public static AuditException notWritten(String file, IOException failed, String remedy) {
    return new AuditException("%s cannot be written: %s".formatted(file, reason(failed)), remedy);
  }

  /** Why a file cannot be read or written; some exceptions have nothing but a path to say. */
  public static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException denied) {
      return "access to %s is denied".formatted(denied.getFile());
    } else if (failed instanceof NoSuchFileException missing) {
      return "there is no %s".formatted(missing.getFile());
    } else if (failed instanceof FileAlreadyExistsException taken) {
      return "%s is a file".formatted(taken.getFile());
    }
    return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
  }

  /**
   * What somebody else has put into words.
   *
   * @param message what is wrong and what to do, in one line without full stop
   */
  public static AuditException saying(String message) {
    return new AuditException(message);
  }

  /** Several at once, a line for each. */
  static AuditException of(List<AuditException> faults) {
    return faults.size() == 1
        ? faults.get(0)
        : new AuditException(
            faults.stream().map(Throwable::getMessage).distinct().collect(joining("\n")));
  }
}
