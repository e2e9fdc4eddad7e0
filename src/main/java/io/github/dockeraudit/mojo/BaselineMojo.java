package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Baseline;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.disk.WholeFile;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.report.BaselineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes down what is found today, so that {@code check} fails on what is new or got worse alone.
 * The file belongs into version control.
 */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AbstractAuditMojo {

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.baseline.skip", defaultValue = "false")
  private boolean skipBaseline;

  /** Only takes out what is not found any more, and adds nothing. */
  @Parameter(property = "docker-audit.shrink", defaultValue = "false")
  private boolean shrink;

  @Override
  boolean skipsThisGoal() {
    return skipBaseline;
  }

  @Override
  boolean knows(Acceptance.Kind kind) {
    return kind == Acceptance.Kind.BASELINE && shrink;
  }

  @Override
  void conclude(Audit audit, Reports reports, Configuration configuration) {
    String name = configuration.baselineFile().orElseThrow(BaselineMojo::noFile);
    Optional<KnownFindings> before = knownFindings(configuration);
    if (shrink && before.isEmpty()) {
      throw new AuditException(
          "There is no baseline " + name + " to shrink", "write one first, without shrink");
    }
    Path file = before.map(KnownFindings::file).orElseGet(() -> build().resolve(name));
    Baseline old = before.map(KnownFindings::baseline).orElseGet(Baseline::empty);
    String place = before.map(KnownFindings::place).orElse("");
    Baseline now =
        shrink
            ? old.without(audit.leftovers().outlived())
            : old.elsewhere(audit.project(), place).with(Baseline.of(audit, place));
    write(file, now);
    int difference = now.entries().size() - old.entries().size();
    getLog()
        .info(
            "%s holds %s finding%s, %s than before"
                .formatted(
                    file,
                    now.entries().size(),
                    now.entries().size() == 1 ? "" : "s",
                    difference < 0 ? -difference + " fewer" : difference + " more"));
  }

  private static AuditException noFile() {
    return new AuditException(
        "baselineFile is empty", "name a file, or leave it out for .docker-audit-baseline.json");
  }

  private static void write(Path file, Baseline baseline) {
    try {
      WholeFile.write(file, BaselineFile.write(baseline).getBytes(StandardCharsets.UTF_8));
    } catch (IOException notWritten) {
      throw AuditException.notWritten(
          "The baseline " + file,
          notWritten,
          "choose another file with -Ddocker-audit.baselineFile");
    }
  }
}
