package io.github.dockeraudit.audit;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs rules over projects. */
public final class Auditor {

  private final Policy policy;

  /**
   * @param rules the rules to run, with their options
   */
  public Auditor(Ruleset rules) {
    this(Policy.of(rules));
  }

  /**
   * @param policy the rules to run, and how their findings count
   */
  public Auditor(Policy policy) {
    this.policy = policy;
  }

  /**
   * Runs every rule over everything in the project that it can look at. A rule that breaks down is
   * told in {@link Audit#failures} and keeps no other from running.
   */
  public Audit audit(Project project) {
    Run run = new Run(project);
    for (Rule rule : policy.rules().rules()) {
      run.apply(rule);
    }
    return run.audit();
  }

  /**
   * The audit with what can be done about every finding worked out. A rule that breaks down over
   * that is told in {@link Audit#failures}, and its finding stays without a fix.
   */
  public static Audit mended(Audit audit) {
    List<Finding> findings = new ArrayList<>();
    List<RuleFailure> failures = new ArrayList<>(audit.failures());
    for (Finding finding : audit.findings()) {
      try {
        finding.fix();
        findings.add(finding);
      } catch (RuntimeException bug) {
        findings.add(finding.notFixedBecause("its rule broke down"));
        failures.add(new RuleFailure(finding.rule(), finding.range().source().path(), bug));
      }
    }
    return audit.withFindings(findings, failures);
  }

  /** One run: collects findings, each once however many deployments show it. */
  private final class Run {

    private final Project project;
    private final SortedSet<Finding> found = new TreeSet<>();
    private final List<RuleFailure> failures = new ArrayList<>();

    Run(Project project) {
      this.project = project;
    }

    void apply(Rule rule) {
      if (rule instanceof DockerfileRule dockerfileRule) {
        for (Dockerfile file : project.dockerfiles()) {
          collect(rule, file.source()::path, () -> dockerfileRule.check(file));
        }
      } else if (rule instanceof ComposeRule composeRule) {
        for (Deployment deployment : project.deployments()) {
          collect(rule, deployment.baseFile().source()::path, () -> composeRule.check(deployment));
        }
      } else if (rule instanceof ProjectRule projectRule) {
        collect(rule, project::name, () -> projectRule.check(project));
      }
    }

    private void collect(Rule rule, Supplier<String> path, Supplier<Stream<Finding>> check) {
      try {
        check.get().forEach(finding -> policy.judged(finding, rule).ifPresent(found::add));
      } catch (RuntimeException bug) {
        failures.add(new RuleFailure(rule.info(), path.get(), bug));
      }
    }

    Audit audit() {
      return Sifting.of(found, project, policy, failures);
    }
  }
}
