package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Locale;

/**
 * A comment that accepts findings.
 *
 * @param comment the comment
 * @param labels the rules that it names: ids, names or aliases; {@code tool:*} stands for every
 *     rule that has an alias of that tool
 * @param reason what it gives as the reason; empty if it gives none
 * @param firstLine the first line that it speaks of, from 1
 * @param lastLine the last line that it speaks of
 */
public record Suppression(
    SourceRange comment, List<String> labels, String reason, int firstLine, int lastLine) {

  public Suppression {
    labels = List.copyOf(labels);
  }

  /** Whether this accepts a finding of the same file. */
  boolean covers(Finding finding) {
    int line = finding.range().from().line();
    return firstLine <= line
        && line <= lastLine
        && labels.stream().anyMatch(label -> names(label, finding.rule()));
  }

  private static boolean names(String label, RuleInfo rule) {
    if (label.endsWith(":*")) {
      String tool = label.substring(0, label.length() - 1).toLowerCase(Locale.ROOT);
      return rule.aliases().stream().anyMatch(alias -> alias.startsWith(tool));
    }
    return rule.isCalled(label);
  }
}
