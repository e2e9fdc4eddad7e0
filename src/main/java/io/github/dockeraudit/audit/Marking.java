package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reckons a mark from findings.
 *
 * <p>A rule costs its weight times the root of its exposure, see {@link Exposure}. The costs of one
 * severity together near their limit and never reach it, so each further fault costs something, and
 * none costs less for another one that is mended.
 */
final class Marking {

  private final Exposure exposure;

  Marking(Exposure exposure) {
    this.exposure = exposure;
  }

  /**
   * @param findings of one aspect or one file, in the order of reports
   */
  Mark mark(List<Finding> findings) {
    Map<Finding, Double> points = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      deduct(
          severity, findings.stream().filter(each -> each.severity() == severity).toList(), points);
    }
    return new Mark(findings.stream().map(each -> new Deduction(each, points.get(each))).toList());
  }

  private void deduct(Severity severity, List<Finding> findings, Map<Finding, Double> points) {
    Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byRule.computeIfAbsent(finding.rule().id(), id -> new ArrayList<>()).add(finding);
    }
    List<Cost> costs = new ArrayList<>();
    byRule.values().forEach(ofRule -> costs.add(cost(severity, ofRule)));
    double sum = costs.stream().mapToDouble(Cost::points).sum();
    double limit = Weights.together(severity);
    double limited = limit * (1 - Math.exp(-sum / limit));
    for (Cost cost : costs) {
      double share = cost.points() * limited / sum / cost.findings().size();
      cost.findings().forEach(finding -> points.put(finding, share));
    }
  }

  private Cost cost(Severity severity, List<Finding> ofRule) {
    double weight = Weights.everywhere(ofRule.get(0).rule(), severity);
    return new Cost(ofRule, weight * Math.sqrt(exposure.to(ofRule)));
  }

  /**
   * What a rule costs by itself.
   *
   * @param findings its findings of one severity, at least one
   * @param points more than 0
   */
  private record Cost(List<Finding> findings, double points) {}
}
