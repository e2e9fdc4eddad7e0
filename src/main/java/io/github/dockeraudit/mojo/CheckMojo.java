package io.github.dockeraudit.mojo;

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
public final class CheckMojo extends ThresholdMojo {

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.check.skip", defaultValue = "false")
  private boolean skipCheck;

  @Override
  boolean skipsThisGoal() {
    return skipCheck;
  }
}
