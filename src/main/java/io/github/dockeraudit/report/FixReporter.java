package io.github.dockeraudit.report;

import static io.github.dockeraudit.report.Ansi.BOLD;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.fix.AppliedFix;
import io.github.dockeraudit.fix.FixFailure;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.LeftFinding;
import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells on a terminal what fixing did, what it left and why. */
public final class FixReporter {

  private final boolean color;

  /**
   * @param color whether to use ANSI colours
   */
  public FixReporter(boolean color) {
    this.color = color;
  }

  /**
   * Prints the fixes by file, what was left, and a summary.
   *
   * @param isWritten whether the files were changed; else it says what would be
   */
  public void print(Fixed fixed, boolean isWritten, Console console) {
    Map<String, List<AppliedFix>> byFile =
        fixed.applied().stream()
            .collect(
                groupingBy(applied -> place(applied).source().toString(), TreeMap::new, toList()));
    byFile.forEach(
        (path, fixes) -> {
          console.line(Severity.INFO, "");
          console.line(Severity.INFO, BOLD.paint(path, color));
          fixes.forEach(applied -> console.line(Severity.INFO, line(applied)));
        });
    printLeft(fixed.left(), console);
    fixed.failures().forEach(failure -> console.line(Severity.ERROR, line(failure)));
    console.line(Severity.INFO, "");
    console.line(Severity.INFO, summary(fixed, isWritten));
  }

  /**
   * Prints all changes as one diff in which secrets are masked.
   *
   * @param folder the folder of the project, as in {@link UnifiedDiff#of}
   */
  public void printDiff(Fixed fixed, String folder, Console console) {
    new DiffPrinter(color, folder)
        .print(fixed.changes(), List.of(fixed.original(), fixed.audit().project()), console);
  }

  private static SourceRange place(AppliedFix applied) {
    return applied.finding().range();
  }

  private static String line(AppliedFix applied) {
    return "  %s %s: %s"
        .formatted(
            place(applied).from().line(), name(applied.finding().rule()), applied.fix().title());
  }

  private void printLeft(List<LeftFinding> left, Console console) {
    if (left.isEmpty()) {
      return;
    }
    console.line(Severity.INFO, "");
    console.line(Severity.INFO, BOLD.paint("Left as it is", color));
    for (LeftFinding one : left) {
      Finding finding = one.finding();
      console.line(
          Severity.INFO,
          "  %s %s: %s".formatted(finding.range(), name(finding.rule()), one.reason()));
    }
  }

  private static String line(FixFailure failure) {
    return "The fix of %s for %s was taken back: %s; this is a bug of the rule, please report it"
        .formatted(name(failure.rule()), failure.path(), failure.problem());
  }

  private static String name(RuleInfo rule) {
    return rule.id() + " " + rule.name();
  }

  private static String summary(Fixed fixed, boolean isWritten) {
    return "%s %s in %s, %s left%s"
        .formatted(
            count(fixed.applied().size(), "finding"),
            isWritten ? "fixed" : "would be fixed",
            count(fixed.changes().size(), "file"),
            fixed.left().size(),
            ConsoleReporter.known(fixed.audit()));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
