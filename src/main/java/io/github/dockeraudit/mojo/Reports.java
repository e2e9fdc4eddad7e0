package io.github.dockeraudit.mojo;

import static java.util.stream.Collectors.toMap;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.report.CheckstyleReporter;
import io.github.dockeraudit.report.ConsoleReporter;
import io.github.dockeraudit.report.FixReporter;
import io.github.dockeraudit.report.GenerateReporter;
import io.github.dockeraudit.report.GithubReporter;
import io.github.dockeraudit.report.GitlabReporter;
import io.github.dockeraudit.report.JsonReporter;
import io.github.dockeraudit.report.JunitReporter;
import io.github.dockeraudit.report.Reporter;
import io.github.dockeraudit.report.RepositoryPaths;
import io.github.dockeraudit.report.SarifReporter;
import io.github.dockeraudit.report.chapter.AuditDocument;
import io.github.dockeraudit.report.document.Document;
import io.github.dockeraudit.report.html.HtmlReporter;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Writes the reports that are asked for. */
final class Reports {

  private final Set<ReportFormat> formats;
  private final Path folder;
  private final String place;
  private final boolean color;
  private final String fixCommand;
  private final RepositoryPaths paths;
  private final Log log;
  private final Consumer<String> output;
  private final Disk disk;

  /**
   * @param output takes lines that another program reads from the standard output
   * @param disk is told of what is written, so that no report can be missing unnoticed
   */
  Reports(
      Set<ReportFormat> formats, Surroundings around, Log log, Consumer<String> output, Disk disk) {
    this.formats = formats;
    this.folder = around.reports();
    this.place = around.place();
    this.color = around.color();
    this.fixCommand = around.fixCommand();
    this.paths = RepositoryPaths.of(around.repository(), around.folder());
    this.log = log;
    this.output = output;
    this.disk = disk;
  }

  /**
   * Writes every report.
   *
   * @param violationSeverity lowest severity that counts as a violation
   * @throws AuditException if a file cannot be written
   */
  void write(Audit audit, Severity violationSeverity) {
    Map<ReportFormat, byte[]> forPeople = forPeople(audit);
    for (ReportFormat format : formats) {
      switch (format) {
        case CONSOLE -> new ConsoleReporter(color, fixCommand).print(audit, this::print);
        case JSON -> write(audit, format, new JsonReporter(version()));
        case SARIF -> write(audit, format, new SarifReporter(version(), paths));
        case JUNIT -> write(audit, format, new JunitReporter(paths, violationSeverity));
        case CHECKSTYLE -> write(audit, format, new CheckstyleReporter(version(), paths));
        case GITLAB -> write(audit, format, new GitlabReporter(paths));
        case GITHUB -> text(audit, new GithubReporter(paths)).lines().forEach(output);
        case MARKDOWN, HTML -> write(format, forPeople.get(format));
      }
    }
  }

  /** One document, which is written in both formats at the same time. */
  private Map<ReportFormat, byte[]> forPeople(Audit audit) {
    Set<ReportFormat> chosen = EnumSet.of(ReportFormat.MARKDOWN, ReportFormat.HTML);
    chosen.retainAll(formats);
    if (chosen.isEmpty()) {
      return Map.of();
    }
    Document document = AuditDocument.of(audit, version());
    return chosen.parallelStream()
        .collect(
            toMap(
                format -> format,
                format ->
                    format == ReportFormat.HTML
                        ? HtmlReporter.page(document)
                        : MarkdownReporter.text(document)));
  }

  /** The files that were asked for, in the order of formats. */
  List<Path> files() {
    return formats.stream()
        .flatMap(format -> format.fileName().stream())
        .map(folder::resolve)
        .toList();
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
  void print(Generated generated, boolean isWritten) {
    new GenerateReporter(color).print(generated, isWritten, this::print);
  }

  /** Prints what generating would change. */
  void printDiff(Generated generated) {
    new GenerateReporter(color).printDiff(generated, place, this::print);
  }

  /** A message with the place of the report that tells the rest. */
  String withPlace(String message) {
    return files().stream()
        .findFirst()
        .map(file -> message + "\nThe whole report: " + file)
        .orElse(message);
  }

  private void write(Audit audit, ReportFormat format, Reporter reporter) {
    write(format, text(audit, reporter).getBytes(StandardCharsets.UTF_8));
  }

  private void write(ReportFormat format, byte[] report) {
    Path file = folder.resolve(format.fileName().orElseThrow());
    try {
      Files.createDirectories(folder);
      disk.write(file, report);
    } catch (IOException notWritten) {
      throw AuditException.notWritten(
          "The report " + file,
          notWritten,
          "choose another folder with -Ddocker-audit.outputDirectory");
    }
  }

  private static String text(Audit audit, Reporter reporter) {
    StringBuilder text = new StringBuilder();
    try {
      reporter.write(audit, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text takes everything", impossible);
    }
    return text.toString();
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
