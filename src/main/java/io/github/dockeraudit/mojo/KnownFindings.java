package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Baseline;
import io.github.dockeraudit.audit.Known;
import io.github.dockeraudit.audit.Policy.Precedent;
import java.nio.file.Path;

/**
 * A baseline that was found.
 *
 * @param file where it is
 * @param place the audited folder as seen from the one that its paths begin at: empty for the same,
 *     or with a slash at its end
 */
record KnownFindings(Path file, String place, Baseline baseline) {

  /** What an audit is held against. */
  Precedent precedent() {
    return new Precedent(
        baseline,
        place,
        new Known(Acceptance.Kind.BASELINE, "known since the baseline was written"));
  }
}
