package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.Setting;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.FixFailure;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.fix.ProjectWriter;
import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.project.AuditException;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fixes what the audit finds in this module, or in a folder without a POM: each fix whole or not at
 * all, and every file is written whole or not at all.
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends AbstractAuditMojo {

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.fix.skip", defaultValue = "false")
  private boolean skipFix;

  /**
   * How far fixing may go: {@code safe} changes the spelling alone, {@code intended} images and
   * runs in just the way that the rules ask for, {@code risky} also what may break a build or a
   * run. By default {@code intended}.
   */
  @Parameter(property = "docker-audit.fixLevel")
  private String fixLevel;

  /** Prints what would change as one diff, in which secrets are masked, and changes nothing. */
  @Parameter(property = "docker-audit.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Writes what would change to this file, for {@code git apply} in the folder of the build, and
   * changes nothing else. A path is relative to that folder, which is the one above all modules;
   * their changes come together in the one file. Unlike all that is printed, a patch holds the
   * lines as they are.
   */
  @Parameter(property = "docker-audit.patch")
  private String patch;

  @Override
  boolean skipsThisGoal() {
    return skipFix;
  }

  @Override
  void describe(ParameterLayers parameters) {
    super.describe(parameters);
    parameters.put(Setting.FIX_LEVEL, fixLevel);
  }

  @Override
  void conclude(Audit audit, Reports reports, Configuration configuration)
      throws MojoExecutionException {
    Fixed fixed = new Fixer(configuration.fixLevel()).fix(audit);
    if (dryRun) {
      reports.printDiff(fixed);
    }
    if (patch != null && !patch.isBlank()) {
      writePatch(fixed.changes());
    }
    boolean isWritten = !dryRun && (patch == null || patch.isBlank());
    if (isWritten) {
      new ProjectWriter(audit.project().folder()).write(fixed.changes());
    }
    reports.print(fixed, isWritten);
    refuseFailures(fixed.failures());
  }

  private void writePatch(List<FileChange> changes) {
    PatchFile file = build().patchFile(patch.strip());
    try {
      file.write(changes);
    } catch (IOException notWritten) {
      throw AuditException.notWritten(
          "The patch " + file, notWritten, "choose another file with -Ddocker-audit.patch");
    }
    changes.stream()
        .filter(change -> !UnifiedDiff.isPatchable(change))
        .forEach(change -> getLog().warn(change.after() + " is in UTF-16 and not in the patch"));
  }

  private static void refuseFailures(List<FixFailure> failures) throws MojoExecutionException {
    if (!failures.isEmpty()) {
      FixFailure first = failures.get(0);
      throw new MojoExecutionException(
          "The fix of %s %s for %s was taken back, which is a bug of the rule; report it, and skip the rule with -Ddocker-audit.skipRules=%s"
              .formatted(
                  first.rule().id(), first.rule().name(), first.path(), first.rule().name()));
    }
  }
}
