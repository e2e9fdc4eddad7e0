package io.github.dockeraudit.audit;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules say of a project.
 *
 * @param project what was audited
 * @param policy the rules that ran, and how their findings count
 * @param findings what they found, in the order of file, place and rule
 * @param suppressed what they found and does not count, in the same order
 * @param failures rules that broke down; their other findings are missing
 * @param leftovers what accepts findings that are not there any more
 * @param earlier an earlier audit that it is compared with; empty for none
 */
public record Audit(
    Project project,
    Policy policy,
    List<Finding> findings,
    List<Suppressed> suppressed,
    List<RuleFailure> failures,
    Leftovers leftovers,
    Optional<EarlierAudit> earlier) {

  public Audit {
    Objects.requireNonNull(project);
    Objects.requireNonNull(policy);
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    failures = List.copyOf(failures);
    Objects.requireNonNull(leftovers);
    Objects.requireNonNull(earlier);
  }

  /** An audit that is compared with no other. */
  public Audit(
      Project project,
      Ruleset rules,
      List<Finding> findings,
      List<Suppressed> suppressed,
      List<RuleFailure> failures) {
    this(
        project,
        Policy.of(rules),
        findings,
        suppressed,
        failures,
        Leftovers.NONE,
        Optional.empty());
  }

  /** The rules that ran. */
  public Ruleset rules() {
    return policy.rules();
  }

  /** The same audit with other findings. */
  public Audit withFindings(List<Finding> others, List<RuleFailure> broken) {
    return new Audit(project, policy, others, suppressed, broken, leftovers, earlier);
  }

  /** The same audit, compared with an earlier one if there is one. */
  public Audit comparedWith(Optional<EarlierAudit> other) {
    return new Audit(project, policy, findings, suppressed, failures, leftovers, other);
  }

  /**
   * What is said of the rules that ran, and then of what else the findings name, such as the codes
   * of a tool that a rule passes on; each once.
   */
  public List<RuleInfo> ruleInfos() {
    Map<String, RuleInfo> infos = new LinkedHashMap<>();
    rules().rules().forEach(rule -> infos.put(rule.info().id(), rule.info()));
    Stream.concat(findings.stream(), suppressed.stream().map(Suppressed::finding))
        .map(Finding::rule)
        .filter(info -> !infos.containsKey(info.id()))
        .sorted(Comparator.comparing(RuleInfo::id))
        .toList()
        .forEach(info -> infos.putIfAbsent(info.id(), info));
    return List.copyOf(infos.values());
  }

  /** The number of findings of exactly this severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** What marks are reckoned by: what counts, and what is known from before. */
  Stream<Finding> weighed() {
    return Stream.concat(
        findings.stream(),
        suppressed.stream().filter(Suppressed::isKnown).map(Suppressed::finding));
  }

  /** The number of findings that are accepted in that way. */
  public long countAccepted(Acceptance.Kind kind) {
    return suppressed.stream().filter(each -> each.by().kind() == kind).count();
  }
}
