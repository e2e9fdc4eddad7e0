package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Baseline;
import io.github.dockeraudit.audit.Known;
import io.github.dockeraudit.audit.Policy.Precedent;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.Setting;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.report.BaselineFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A baseline that was found.
 *
 * @param file where it is
 * @param place the audited folder as seen from the one that its paths begin at: empty for the same,
 *     or with a slash at its end
 */
record KnownFindings(Path file, String place, Baseline baseline) {

  /** The nearest file of the name that is configured; empty if there is none. */
  static Optional<KnownFindings> of(Configuration configuration, MavenBuild build, Disk disk) {
    return configuration
        .baselineFile()
        .flatMap(name -> build.locator(disk).nearest(name))
        .map(
            found ->
                new KnownFindings(
                    found.path().orElseThrow(),
                    found.place(),
                    BaselineFile.read(found.source().text(), found.source().path())));
  }

  /** What to tell if there is no file; empty if nobody has named one. */
  static Optional<String> missed(Configuration configuration) {
    return configuration
        .baselineFile()
        .filter(name -> !name.equals(Setting.BASELINE_FILE.defaultValue()))
        .map("baselineFile: there is no %s here or above; all findings count"::formatted);
  }

  /** What an audit is held against. */
  Precedent precedent() {
    return new Precedent(
        baseline,
        place,
        new Known(Acceptance.Kind.BASELINE, "known since the baseline was written"));
  }
}
