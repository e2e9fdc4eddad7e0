package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Comparator;
import java.util.List;
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
    return findings
        .collect(groupingBy(finding -> finding.rule().id(), TreeMap::new, toList()))
        .values()
        .stream()
        .map(ofRule -> new Weakness(ofRule.get(0).rule(), ofRule.stream().sorted().toList()))
        .sorted(GRAVEST_FIRST)
        .toList();
  }
}
