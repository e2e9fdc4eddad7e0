package io.github.dockeraudit.report;

import static io.github.dockeraudit.report.Ansi.BOLD;
import static io.github.dockeraudit.report.Ansi.FAINT;
import static io.github.dockeraudit.report.Ansi.GREEN;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.SourceRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report for a terminal: findings by file, each with its place, its line and a caret, and a
 * summary.
 */
public final class ConsoleReporter {

  private final boolean color;

  /**
   * @param color whether to use ANSI colours
   */
  public ConsoleReporter(boolean color) {
    this.color = color;
  }

  /** Prints the whole report. */
  public void print(Audit audit, Console console) {
    printFindings(audit, console);
    console.line(Severity.INFO, "");
    HealthSummary.of(audit.project()).forEach(line -> console.line(Severity.INFO, line));
    console.line(Severity.INFO, summary(audit));
  }

  /** Prints the findings by file, without the summary. */
  public void printFindings(Audit audit, Console console) {
    List<SourceRange> secrets = SecretValues.in(audit.project());
    Map<String, List<Finding>> byFile =
        audit.findings().stream()
            .collect(groupingBy(f -> f.range().source().toString(), TreeMap::new, toList()));
    byFile.forEach(
        (path, findings) -> {
          console.line(Severity.INFO, "");
          console.line(Severity.INFO, BOLD.paint(path, color));
          findings.forEach(finding -> print(finding, secrets, console));
        });
  }

  private void print(Finding finding, List<SourceRange> secrets, Console console) {
    Severity severity = finding.severity();
    Ansi paint = Ansi.of(severity);
    console.line(
        severity,
        "  %s %s %s %s: %s"
            .formatted(
                BOLD.paint(finding.range().toString(), color),
                paint.paint(severity.label(), color),
                finding.rule().id(),
                finding.rule().name(),
                finding.message()));
    Excerpt excerpt = Excerpt.of(finding.range(), secrets);
    String number = "%6d | ".formatted(excerpt.line());
    console.line(severity, FAINT.paint(number, color) + excerpt.text());
    String gutter = " ".repeat(number.length() - 2) + "| ";
    String caret = "^".repeat(excerpt.markLength());
    console.line(
        severity,
        FAINT.paint(gutter, color) + " ".repeat(excerpt.markStart()) + paint.paint(caret, color));
  }

  private String summary(Audit audit) {
    int files = audit.project().files().size();
    String suppressed =
        audit.suppressed().isEmpty() ? "" : ", %d suppressed".formatted(audit.suppressed().size());
    if (audit.findings().isEmpty()) {
      return GREEN.paint("No findings in %s%s".formatted(count(files, "file"), suppressed), color);
    }
    String counts =
        Arrays.stream(Severity.values())
            .filter(severity -> audit.count(severity) > 0)
            .map(
                severity ->
                    Ansi.of(severity).paint(count(audit.count(severity), noun(severity)), color))
            .collect(joining(", "));
    return "%s in %s%s".formatted(counts, count(files, "file"), suppressed);
  }

  private static String noun(Severity severity) {
    return severity == Severity.INFO ? "remark" : severity.label();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
