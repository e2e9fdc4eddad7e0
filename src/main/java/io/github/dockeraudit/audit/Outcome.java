package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;
import java.util.ArrayList;
import java.util.List;

/** What rules found, in any order, and which of them broke down. */
final class Outcome {

  private final List<Finding> found = new ArrayList<>(0);
  private final List<RuleFailure> failures = new ArrayList<>(0);

  void add(List<Finding> moreFound, List<RuleFailure> moreFailures) {
    found.addAll(moreFound);
    failures.addAll(moreFailures);
  }

  void add(Outcome other) {
    add(other.found, other.failures);
  }

  List<RuleFailure> failures() {
    return failures;
  }

  /** What was found, in order and each once. */
  List<Finding> sorted() {
    found.sort(null);
    List<Finding> sorted = new ArrayList<>(found.size());
    Finding last = null;
    for (Finding finding : found) {
      if (last == null || last.compareTo(finding) != 0) {
        sorted.add(finding);
        last = finding;
      }
    }
    return sorted;
  }
}
