package io.github.dockeraudit.audit;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What the rules say of a project.
 *
 * @param project what was audited
 * @param rules the rules that ran
 * @param findings what they found, in the order of file, place and rule
 * @param suppressed what they found and a comment accepts, in the same order
 * @param failures rules that broke down; their other findings are missing
 */
public record Audit(
    Project project,
    Ruleset rules,
    List<Finding> findings,
    List<Suppressed> suppressed,
    List<RuleFailure> failures) {

  public Audit {
    Objects.requireNonNull(project);
    Objects.requireNonNull(rules);
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    failures = List.copyOf(failures);
  }

  /** The number of findings of exactly this severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
