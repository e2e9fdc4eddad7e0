package io.github.dockeraudit.bench;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.chapter.AuditDocument;
import io.github.dockeraudit.report.document.Document;
import io.github.dockeraudit.report.html.HtmlReporter;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What the first report on a large folder costs in a JVM that has just started, as in a build:
 * there, loading classes and compiling them takes longer than the work. Besides the time that
 * passes, which other programs lengthen, it prints what the processors spend, and what of that each
 * part is.
 */
public final class ReportBenchmark {

  private static final int ROUNDS = 3;

  private ReportBenchmark() {}

  /** Prints a line for each round, in a JVM of its own; nothing without real projects. */
  static void print(Path corpus) {
    Path project = corpus.resolve("whole-projects").resolve("vimagick+dockerfiles");
    for (int round = 0; round < ROUNDS && Files.isDirectory(project); round++) {
      try {
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReportBenchmark.class.getName(),
                project.toString())
            .inheritIO()
            .start()
            .waitFor();
      } catch (IOException notStarted) {
        System.out.println("report: no JVM can be started, " + notStarted.getMessage());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Makes both reports for people on one folder. */
  public static void main(String[] args) {
    long began = System.nanoTime();
    long start = spent();
    Ruleset rules = Ruleset.load(ReportBenchmark.class.getClassLoader()).where(RuleInfo::enabled);
    Project project = Discovery.of(Path.of(args[0])).today(LocalDate.of(2026, 11, 22)).discover();
    long read = spent();
    Audit audit = Auditor.mended(new Auditor(rules).audit(project));
    long audited = spent();
    Document document = AuditDocument.of(audit, "1");
    List<byte[]> reports = List.of(MarkdownReporter.text(document), HtmlReporter.page(document));
    long written = spent();
    double all = written - start;
    System.out.printf(
        Locale.ROOT,
        "first report %,6.0f ms, of the processors %,.0f ms: read %.0f%%, audit %.0f%%, report"
            + " %.0f%% (%,d findings, page of %,d bytes for a thousand)%n",
        (System.nanoTime() - began) / 1e6,
        all / 1e6,
        100 * (read - start) / all,
        100 * (audited - read) / all,
        100 * (written - audited) / all,
        audit.findings().size(),
        reports.get(1).length * 1000L / audit.findings().size());
  }

  /** Nanoseconds of all processors, the compiler's among them. */
  private static long spent() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
