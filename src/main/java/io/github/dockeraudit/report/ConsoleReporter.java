package io.github.dockeraudit.report;

import static io.github.dockeraudit.report.Ansi.BOLD;
import static io.github.dockeraudit.report.Ansi.FAINT;
import static io.github.dockeraudit.report.Ansi.GREEN;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.audit.Acceptance.Kind;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Leftovers;
import io.github.dockeraudit.audit.Leftovers.Remark;
import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.audit.ModuleMarks;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.SourceRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The report for a terminal: findings by file, each with its place, its line and a caret, and a
 * summary.
 */
public final class ConsoleReporter {

  private static final String RISKY = "-Ddocker-audit.fixLevel=risky";

  private final boolean color;
  private final String fixCommand;

  /**
   * @param color whether to use ANSI colours
   * @param fixCommand what a user types to have fixed what can be
   */
  public ConsoleReporter(boolean color, String fixCommand) {
    this.color = color;
    this.fixCommand = fixCommand;
  }

  /** Prints the whole report. */
  public void print(Audit audit, Console console) {
    printFindings(audit, console);
    console.line(Severity.INFO, "");
    HealthSummary.of(audit.project()).forEach(line -> console.line(Severity.INFO, line));
    ModuleMarks.of(audit)
        .forEach(
            each ->
                console.line(
                    Severity.INFO, marks("Module " + each.module().name() + " is", each.card())));
    console.line(Severity.INFO, marks("Graded", Scorecard.of(audit)));
    printLeftovers(audit, console);
    TrendSummary.of(audit).forEach(line -> console.line(Severity.INFO, line));
    console.line(Severity.INFO, summary(audit));
    fixable(audit).ifPresent(line -> console.line(Severity.INFO, line));
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
        "  %s %s %s %s: %s%s"
            .formatted(
                BOLD.paint(finding.range().toString(), color),
                paint.paint(severity.label(), color),
                finding.rule().id(),
                finding.rule().name(),
                finding.message(),
                finding.fix().map(fix -> FAINT.paint(mark(fix), color)).orElse("")));
    Excerpt excerpt = Excerpt.of(finding.range(), secrets);
    String number = "%6s | ".formatted(excerpt.line());
    console.line(severity, FAINT.paint(number, color) + excerpt.text());
    String gutter = " ".repeat(number.length() - 2) + "| ";
    String caret = "^".repeat(excerpt.markLength());
    console.line(
        severity,
        FAINT.paint(gutter, color) + " ".repeat(excerpt.markStart()) + paint.paint(caret, color));
  }

  private static String mark(Fix fix) {
    return switch (fix.applicability()) {
      case SAFE, INTENDED -> " [fixable]";
      case RISKY -> " [fixable, risky]";
      case MANUAL -> "";
    };
  }

  /** How many findings can be fixed and by what; empty if none can. */
  private Optional<String> fixable(Audit audit) {
    long byDefault = count(audit, fix -> fix.compareTo(Applicability.INTENDED) <= 0);
    long risky = count(audit, fix -> fix == Applicability.RISKY);
    if (byDefault + risky == 0) {
      return Optional.empty();
    }
    if (byDefault == 0) {
      return Optional.of("%s fixable with %s %s".formatted(risky, fixCommand, RISKY));
    }
    String more = risky == 0 ? "" : ", %s more with %s".formatted(risky, RISKY);
    return Optional.of("%s fixable with %s%s".formatted(byDefault, fixCommand, more));
  }

  private static long count(Audit audit, Predicate<Applicability> wanted) {
    return audit.findings().stream()
        .flatMap(finding -> finding.fix().stream())
        .filter(fix -> wanted.test(fix.applicability()))
        .count();
  }

  private String marks(String what, Scorecard card) {
    String marks =
        card.marks().entrySet().stream()
            .map(mark -> mark.getKey().label() + " " + told(mark.getValue()))
            .collect(joining(", "));
    return "%s %s (%s): %s"
        .formatted(what, BOLD.paint(card.grade().label(), color), card.overall(), marks);
  }

  private static String told(Mark mark) {
    return "%s (%s)".formatted(mark.grade(), mark.score());
  }

  private String summary(Audit audit) {
    int files = audit.project().files().size();
    String suppressed = accepted(audit);
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

  private static String accepted(Audit audit) {
    long byPeople = audit.countAccepted(Kind.COMMENT) + audit.countAccepted(Kind.CONFIGURATION);
    return told(byPeople, "suppressed") + known(audit);
  }

  /** How much is known from before, as the end of a summary; empty for nothing. */
  static String known(Audit audit) {
    return told(audit.countAccepted(Kind.BASELINE), "in the baseline")
        + told(audit.countAccepted(Kind.REVISION), "there before");
  }

  private static String told(long number, String what) {
    return number == 0 ? "" : ", %s %s".formatted(number, what);
  }

  /** What accepts findings and need not, or without a word on why. */
  private void printLeftovers(Audit audit, Console console) {
    Leftovers leftovers = audit.leftovers();
    leftovers.unused().forEach(remark -> print("Unused suppression", remark, console));
    leftovers.unreasoned().forEach(remark -> print("Suppression", remark, console));
    if (!leftovers.outlived().isEmpty()) {
      console.line(
          Severity.INFO,
          "%s of the baseline gone; docker-audit:baseline -Ddocker-audit.shrink takes them out"
              .formatted(count(leftovers.outlived().size(), "finding")));
    }
  }

  private static void print(String what, Remark remark, Console console) {
    console.line(
        Severity.WARNING, "%s at %s: %s".formatted(what, remark.range(), remark.message()));
  }

  private static String noun(Severity severity) {
    return severity == Severity.INFO ? "remark" : severity.label();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
