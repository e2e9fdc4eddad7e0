package io.github.dockeraudit.rules;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.SourceRange;

/** A finding as the console shows it: a line that says it, the line it is in, and a caret. */
final class FindingText {

  private FindingText() {}

  static String of(Finding finding) {
    SourceRange range = finding.range();
    int number = range.from().line();
    SourceRange line = range.source().line(number);
    int marked = Math.max(1, Math.min(range.end(), line.end()) - range.start());
    return "%s %s %s %s: %s\n%6d | %s\n       | %s%s\n"
        .formatted(
            range,
            finding.severity().label(),
            finding.rule().id(),
            finding.rule().name(),
            finding.message(),
            number,
            line.text(),
            " ".repeat(range.from().column() - 1),
            "^".repeat(marked));
  }
}
