package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Baseline;
import io.github.dockeraudit.audit.Known;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.audit.Policy.Precedent;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.git.CommittedFiles;
import io.github.dockeraudit.git.Revision;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.logging.Log;

/**
 * What was found at a revision. Where git cannot say it, all findings count: a build that is less
 * strict without git than with it would let everything pass where nobody looks.
 */
record Ratchet(String name, Revision.Found found) {

  /** Asks git for a revision that somebody named. */
  static Ratchet from(String name, Path folder) {
    return new Ratchet(name, Revision.find(folder, name));
  }

  /**
   * What an audit is held against.
   *
   * @param discovery reads the project by a disk
   */
  Optional<Precedent> precedent(
      Path folder, Policy policy, Function<Disk, Project> discovery, Log log) {
    if (!found.note().isEmpty()) {
      log.warn(
          "ratchetFrom: %s%s".formatted(found.note(), isFound() ? "" : "; all findings count"));
    }
    return found
        .revision()
        .flatMap(revision -> baseline(revision, folder, policy, discovery, log))
        .map(baseline -> new Precedent(baseline, "", by()));
  }

  private boolean isFound() {
    return found.revision().isPresent();
  }

  private Known by() {
    return new Known(Acceptance.Kind.REVISION, "there at %s already".formatted(name));
  }

  private Optional<Baseline> baseline(
      Revision revision, Path folder, Policy policy, Function<Disk, Project> discovery, Log log) {
    try (CommittedFiles files = revision.files()) {
      Path real = folder.toRealPath();
      if (!real.startsWith(revision.top().toRealPath())) {
        throw new IOException(folder + " lies outside of " + revision.top());
      }
      if (!files.isFolder(real)) {
        return Optional.empty();
      }
      Audit before = new Auditor(policy).audit(discovery.apply(new Disk(files)));
      return Optional.of(Baseline.of(before, ""));
    } catch (IOException | AuditException unanswered) {
      log.warn("ratchetFrom: %s; all findings count".formatted(unanswered.getMessage()));
      return Optional.empty();
    }
  }
}
