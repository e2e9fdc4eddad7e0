package io.github.dockeraudit.generate;

import io.github.dockeraudit.fix.FileChange;
import java.util.Objects;
import java.util.Optional;

/**
 * What a generator came to for one file.
 *
 * @param path the file
 * @param change the file that is to be written; empty if there is a reason against it
 * @param remark what the file is for or, without one, the reason; begins with a lower case letter
 *     and has no full stop
 */
public record Draft(String path, Optional<FileChange> change, String remark) {

  public Draft {
    Objects.requireNonNull(path);
    Objects.requireNonNull(change);
    Objects.requireNonNull(remark);
  }

  static Draft of(FileChange change, String remark) {
    return new Draft(change.path(), Optional.of(change), remark);
  }

  static Draft none(String path, String reason) {
    return new Draft(path, Optional.empty(), reason);
  }
}
