package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The suppressions of one file by the labels in them, so that many comments and many findings do
 * not have to be compared one by one.
 */
final class SuppressionIndex {

  private final List<Suppression> suppressions;
  private final Map<String, Lines> byLabel = new HashMap<>();

  /**
   * @param suppressions in the order in which they win; but for those of the whole file, each
   *     begins on no earlier line than the one before
   */
  SuppressionIndex(List<Suppression> suppressions) {
    this.suppressions = suppressions;
    for (int i = 0; i < suppressions.size(); i++) {
      for (String label : suppressions.get(i).labels()) {
        byLabel
            .computeIfAbsent(label.toLowerCase(Locale.ROOT), unused -> new Lines())
            .add(i, suppressions.get(i));
      }
    }
  }

  /** The first that accepts a finding of this file; empty if none does. */
  Optional<Suppression> accepting(Finding finding) {
    if (byLabel.isEmpty()) {
      return Optional.empty();
    }
    int line = finding.range().from().line();
    int first = suppressions.size();
    for (String label : labels(finding)) {
      Lines lines = byLabel.get(label);
      first = lines == null ? first : Math.min(first, lines.first(line));
    }
    return first < suppressions.size() ? Optional.of(suppressions.get(first)) : Optional.empty();
  }

  /** What a comment may call a finding, in lower case. */
  private static Set<String> labels(Finding finding) {
    RuleInfo rule = finding.rule();
    Set<String> labels = new HashSet<>(List.of(lower(rule.id()), lower(rule.name())));
    for (String alias : finding.aliases()) {
      int colon = alias.indexOf(':');
      labels.add(lower(alias));
      labels.add(lower(alias.substring(colon + 1)));
      labels.add(lower(alias.substring(0, colon + 1) + '*'));
    }
    return labels;
  }

  private static String lower(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  /** Which suppression of one label wins on which line. */
  private static final class Lines {

    private static final int NONE = Integer.MAX_VALUE;

    /** By the first line on which they win, those that do not speak of the whole file. */
    private final TreeMap<Integer, Integer> byFirstLine = new TreeMap<>();

    private final Map<Integer, Integer> lastLines = new HashMap<>();
    private int lastLine;
    private int ofFile = NONE;

    void add(int index, Suppression suppression) {
      if (ofFile != NONE) {
        return;
      }
      if (suppression.lastLine() == Integer.MAX_VALUE) {
        ofFile = index;
      } else if (suppression.lastLine() > lastLine) {
        byFirstLine.put(Math.max(lastLine + 1, suppression.firstLine()), index);
        lastLines.put(index, suppression.lastLine());
        lastLine = suppression.lastLine();
      }
    }

    int first(int line) {
      Map.Entry<Integer, Integer> before = byFirstLine.floorEntry(line);
      return before != null && line <= lastLines.get(before.getValue())
          ? before.getValue()
          : ofFile;
    }
  }
}
