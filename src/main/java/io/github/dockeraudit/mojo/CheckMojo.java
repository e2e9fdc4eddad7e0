package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Threshold;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Severity;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Audits the Dockerfiles and compose files of this module, or of a folder without a POM, and fails
 * the build past the threshold.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends AbstractAuditMojo {

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.check.skip", defaultValue = "false")
  private boolean skipCheck;

  /** Whether too many violations fail the build; where not, they are told as a warning. */
  @Parameter(property = "docker-audit.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  /** Lowest severity that counts as a violation: {@code ERROR}, {@code WARNING} or {@code INFO}. */
  @Parameter(property = "docker-audit.violationSeverity", defaultValue = "ERROR")
  private String violationSeverity;

  /** How many violations are let pass. */
  @Parameter(property = "docker-audit.maxAllowedViolations", defaultValue = "0")
  private int maxAllowedViolations;

  /**
   * Whether an audit is told again instead of made again where nothing has changed that it depends
   * on: no file or folder that it read, no parameter, not the POM, the day, or the plugin. What the
   * next build needs to know for that is kept beside the reports.
   */
  @Parameter(property = "docker-audit.upToDateChecking", defaultValue = "true")
  private boolean upToDateChecking;

  @Override
  boolean skipsThisGoal() {
    return skipCheck;
  }

  @Override
  boolean mayRepeat() {
    return upToDateChecking;
  }

  @Override
  void conclude(Audit audit, Reports reports) throws MojoFailureException {
    reports.write(audit);
    Optional<String> excess = threshold().exceededBy(audit).map(reports::withPlace);
    if (excess.isPresent() && failOnViolation) {
      throw new MojoFailureException(excess.get());
    }
    excess.ifPresent(getLog()::warn);
  }

  private Threshold threshold() {
    if (maxAllowedViolations < 0) {
      throw new AuditException(
          "maxAllowedViolations is " + maxAllowedViolations, "give 0 to allow none, or more");
    }
    Severity severity = Choice.of("violationSeverity", violationSeverity, Severity.class);
    return new Threshold(severity, maxAllowedViolations);
  }
}
