package io.github.dockeraudit.report;

import static io.github.dockeraudit.report.Ansi.FAINT;
import static io.github.dockeraudit.report.Ansi.GREEN;
import static io.github.dockeraudit.report.Ansi.RED;

import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.UnifiedDiff;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Prints changes as one diff in which secrets are masked. */
final class DiffPrinter {

  private final boolean color;
  private final String folder;

  /**
   * @param color whether to use ANSI colours
   * @param folder as in {@link UnifiedDiff#of}
   */
  DiffPrinter(boolean color, String folder) {
    this.color = color;
    this.folder = folder;
  }

  /**
   * Prints changes.
   *
   * @param projects what they are changes of, before and after
   */
  void print(List<FileChange> changes, List<Project> projects, Console console) {
    List<SourceRange> secrets =
        projects.stream().flatMap(project -> SecretValues.in(project).stream()).toList();
    for (FileChange change : changes) {
      List<SourceRange> ofFile = new ArrayList<>();
      projects.forEach(project -> ofFile.addAll(SecretValues.in(project, change.after())));
      secrets.stream()
          .filter(
              secret ->
                  secret.source() == change.after()
                      || change.before().filter(f -> f == secret.source()).isPresent())
          .forEachOrdered(ofFile::add);
      UnifiedDiff.of(change, folder, line -> Excerpt.printable(line, ofFile))
          .forEach(line -> console.line(Severity.INFO, paint(line)));
    }
  }

  private String paint(UnifiedDiff.Line line) {
    return switch (line.kind()) {
      case ADDED -> GREEN.paint(line.text(), color);
      case REMOVED -> RED.paint(line.text(), color);
      case NOTE -> FAINT.paint(line.text(), color);
      case KEPT -> line.text();
    };
  }
}
