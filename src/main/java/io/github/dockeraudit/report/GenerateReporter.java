package io.github.dockeraudit.report;

import static io.github.dockeraudit.report.Ansi.BOLD;

import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.generate.Draft;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Printable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tells on a terminal which files were generated, and why others were not. */
public final class GenerateReporter {

  private final boolean color;

  /**
   * @param color whether to use ANSI colours
   */
  public GenerateReporter(boolean color) {
    this.color = color;
  }

  /**
   * Prints a line for each file, and a summary.
   *
   * @param isWritten whether the files were written; else it says what would be
   */
  public void print(Generated generated, boolean isWritten, Console console) {
    Predicate<Draft> isDrafted = draft -> draft.change().isPresent();
    print(
        isWritten ? "Generated" : "To generate",
        generated.drafts().stream().filter(isDrafted).toList(),
        console);
    print(
        "Not generated", generated.drafts().stream().filter(isDrafted.negate()).toList(), console);
    int count = generated.changes().size();
    console.line(Severity.INFO, "");
    console.line(
        Severity.INFO,
        "%s file%s %sgenerated"
            .formatted(count, count == 1 ? "" : "s", isWritten ? "" : "would be "));
  }

  /**
   * Prints all files as one diff in which secrets are masked.
   *
   * @param folder the folder of the project, as in {@link UnifiedDiff#of}
   */
  public void printDiff(Generated generated, String folder, Console console) {
    new DiffPrinter(color, folder)
        .print(generated.changes(), List.of(generated.original(), generated.project()), console);
  }

  private void print(String heading, List<Draft> drafts, Console console) {
    if (drafts.isEmpty()) {
      return;
    }
    Function<Draft, String> line =
        draft -> "  %s: %s".formatted(Printable.onOneLine(draft.path()), draft.remark());
    console.line(Severity.INFO, "");
    console.line(Severity.INFO, BOLD.paint(heading, color));
    drafts.forEach(draft -> console.line(Severity.INFO, line.apply(draft)));
  }
}
