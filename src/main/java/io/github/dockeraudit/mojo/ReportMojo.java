package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Severity;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Writes the audit of this module, or of a folder without a POM, for people: as Markdown and as one
 * HTML page. Findings never fail the build. As a report of a site the page becomes part of it.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends AbstractAuditMojo implements MavenReport {

  private static final String FOLDER = "docker-audit";

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.report.skip", defaultValue = "false")
  private boolean skipReport;

  /**
   * What to write, in place of {@code formats}: {@code markdown} for {@code audit.md}, {@code html}
   * for {@code audit.html}, or any other of the formats. A site takes the page.
   */
  @Parameter(property = "docker-audit.reportFormats", defaultValue = "markdown,html")
  private List<String> reportFormats;

  /** Whether reports are left as they are where nothing has changed that they depend on. */
  @Parameter(property = "docker-audit.upToDateChecking", defaultValue = "true")
  private boolean upToDateChecking;

  /** The folder of the site; null outside of one. */
  private File siteFolder;

  @Override
  boolean skipsThisGoal() {
    return skipReport;
  }

  /** What a site publishes must not hold what the next build wants to know. */
  @Override
  boolean mayRepeat() {
    return upToDateChecking && siteFolder == null;
  }

  @Override
  String memoryName() {
    return "last-report.bin";
  }

  @Override
  Set<ReportFormat> formats() {
    return formats("reportFormats", siteFolder == null ? reportFormats : List.of("html"));
  }

  @Override
  Path reportFolder() {
    return siteFolder == null ? super.reportFolder() : siteFolder.toPath().resolve(FOLDER);
  }

  @Override
  void conclude(Audit audit, Reports reports, Configuration configuration) {
    reports.write(audit, Severity.ERROR);
    reports.files().forEach(file -> getLog().info("The audit: " + file));
  }

  @Override
  public void generate(Sink sink, Locale locale) throws MavenReportException {
    try {
      execute();
    } catch (MojoExecutionException | MojoFailureException failure) {
      throw new MavenReportException(failure.getMessage(), failure);
    }
  }

  @Override
  public boolean canGenerateReport() throws MavenReportException {
    try {
      return !isSkipped() && hasFiles();
    } catch (AuditException wrong) {
      throw new MavenReportException(wrong.getMessage(), wrong);
    }
  }

  /** The page is whole and needs no frame around it. */
  @Override
  public boolean isExternalReport() {
    return true;
  }

  /** Deprecated for another name, but to be there nevertheless. */
  @Override
  @SuppressWarnings("deprecation")
  public String getOutputName() {
    return FOLDER + "/audit";
  }

  @Override
  public String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public String getName(Locale locale) {
    return "Docker audit";
  }

  @Override
  public String getDescription(Locale locale) {
    return "Marks, findings and ready-made changes for the Dockerfiles and compose files.";
  }

  @Override
  public void setReportOutputDirectory(File folder) {
    siteFolder = folder;
  }

  @Override
  public File getReportOutputDirectory() {
    return siteFolder == null ? super.reportFolder().toFile() : siteFolder;
  }
}
