package io.github.dockeraudit.survey;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one rule finds in one file.
 *
 * @param rule the rule
 * @param findings what it finds, in the order of places; at least one
 */
public record Weakness(RuleInfo rule, List<Finding> findings) {

  private static final Comparator<Weakness> GRAVEST_FIRST =
      Comparator.comparing((Weakness one) -> one.findings.get(0).severity())
          .thenComparing(one -> one.rule.id());

  public Weakness {
    findings = List.copyOf(findings);
  }

  /** Groups findings by rule, the gravest rule first. */
  static List<Weakness> of(Stream<Finding> findings) {
    Map<String, List<Finding>> byRule = new TreeMap<>();
    findings
        .sorted()
        .forEachOrdered(
            one -> byRule.computeIfAbsent(one.rule().id(), id -> new ArrayList<>()).add(one));
    List<Weakness> weaknesses = new ArrayList<>(byRule.size());
    byRule.values().forEach(ofRule -> weaknesses.add(new Weakness(ofRule.get(0).rule(), ofRule)));
    weaknesses.sort(GRAVEST_FIRST);
    return weaknesses;
  }
}
