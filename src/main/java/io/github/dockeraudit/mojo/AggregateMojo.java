package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.Module;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Audits all modules of a build together, with marks by module and overall, and fails the build
 * past the same thresholds as {@code check}. It reads the files of all modules by itself and runs
 * once, with the configuration of the first module; none of them needs to have run {@code check}.
 */
@Mojo(
    name = "aggregate",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class AggregateMojo extends ThresholdMojo {

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.aggregate.skip", defaultValue = "false")
  private boolean skipAggregate;

  @Override
  boolean skipsThisGoal() {
    return skipAggregate;
  }

  @Override
  boolean isDoneElsewhere() {
    return !isFirst();
  }

  @Override
  List<Module> modulesTogether() {
    return build().modulesTogether(getLog()::warn);
  }

  @Override
  String reportFolderName() {
    return "docker-audit-aggregate";
  }
}
