package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.report.ConsoleReporter;
import io.github.dockeraudit.report.FixReporter;
import io.github.dockeraudit.report.GenerateReporter;
import io.github.dockeraudit.report.JsonReporter;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/** Writes the reports that are asked for. */
final class Reports {

  private static final String JSON_NAME = "audit.json";

  private final Set<ReportFormat> formats;
  private final Path folder;
  private final String place;
  private final boolean color;
  private final String fixCommand;
  private final Log log;
  private final Disk disk;

  /**
   * @param disk is told of what is written, so that no report can be missing unnoticed
   */
  Reports(Set<ReportFormat> formats, Surroundings around, Log log, Disk disk) {
    this.formats = formats;
    this.folder = around.reports();
    this.place = around.place();
    this.color = around.color();
    this.fixCommand = around.fixCommand();
    this.log = log;
    this.disk = disk;
  }

  /**
   * Writes every report.
   *
   * @throws AuditException if a file cannot be written
   */
  void write(Audit audit) {
    if (formats.contains(ReportFormat.CONSOLE)) {
      new ConsoleReporter(color, fixCommand).print(audit, this::print);
    }
    if (formats.contains(ReportFormat.JSON)) {
      writeJson(audit);
    }
  }

  /** Prints what fixing did, or would do, and what it left. */
  void print(Fixed fixed, boolean isWritten) {
    new FixReporter(color).print(fixed, isWritten, this::print);
  }

  /** Prints what fixing would change. */
  void printDiff(Fixed fixed) {
    new FixReporter(color).printDiff(fixed, place, this::print);
  }

  /** Prints what was generated, and why other files were not. */
  void print(Generated generated) {
    new GenerateReporter(color).print(generated, this::print);
  }

  /** Prints what generating would change. */
  void printDiff(Generated generated) {
    new GenerateReporter(color).printDiff(generated, place, this::print);
  }

  /** A message with the place of the report that tells the rest. */
  String withPlace(String message) {
    return formats.contains(ReportFormat.JSON)
        ? message + "\nThe whole report: " + folder.resolve(JSON_NAME)
        : message;
  }

  private void writeJson(Audit audit) {
    Path file = folder.resolve(JSON_NAME);
    try {
      Files.createDirectories(folder);
      StringBuilder report = new StringBuilder();
      new JsonReporter(version()).write(audit, report);
      disk.write(file, report.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException notWritten) {
      throw new AuditException(
          "The report %s cannot be written: %s".formatted(file, notWritten.getMessage()),
          "choose another folder with -Ddocker-audit.outputDirectory");
    }
  }

  private static String version() {
    String version = Reports.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private void print(Severity severity, String line) {
    switch (severity) {
      case ERROR -> log.error(line);
      case WARNING -> log.warn(line);
      case INFO -> log.info(line);
    }
  }
}
