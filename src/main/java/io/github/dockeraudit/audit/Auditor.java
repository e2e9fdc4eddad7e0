package io.github.dockeraudit.audit;

import static java.util.stream.Collectors.groupingBy;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs rules over projects. */
public final class Auditor {

  private final Policy policy;
  private final List<DockerfileRule> ofDockerfiles = new ArrayList<>();
  private final List<ComposeRule> ofDeployments = new ArrayList<>();
  private final List<ProjectRule> ofProjects = new ArrayList<>();

  /** What stays as it is from one audit to the next, while others change, is checked once. */
  private final Fact<Dockerfile, Outcome> inDockerfile = Fact.of(this::check);

  private final Fact<Deployment, Outcome> inDeployment = Fact.of(this::check);

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
    for (Rule rule : policy.rules().rules()) {
      if (rule instanceof DockerfileRule dockerfileRule) {
        ofDockerfiles.add(dockerfileRule);
      } else if (rule instanceof ComposeRule composeRule) {
        ofDeployments.add(composeRule);
      } else if (rule instanceof ProjectRule projectRule) {
        ofProjects.add(projectRule);
      }
    }
  }

  /**
   * Runs every rule over everything in the project that it can look at. A rule that breaks down is
   * told in {@link Audit#failures} and keeps no other from running.
   */
  public Audit audit(Project project) {
    Outcome all = new Outcome();
    project.dockerfiles().parallelStream().map(inDockerfile::about).forEachOrdered(all::add);
    project.deployments().parallelStream().map(inDeployment::about).forEachOrdered(all::add);
    for (ProjectRule rule : ofProjects) {
      try {
        all.add(rule, rule.check(project));
      } catch (RuntimeException bug) {
        all.fail(rule, project.name(), bug);
      }
    }
    all.failures.sort(Comparator.comparing(failure -> failure.rule().id()));
    return Sifting.of(all.sorted(), project, policy, all.failures);
  }

  private Outcome check(Dockerfile file) {
    Outcome outcome = new Outcome();
    for (DockerfileRule rule : ofDockerfiles) {
      try {
        outcome.add(rule, rule.check(file));
      } catch (RuntimeException bug) {
        outcome.fail(rule, file.source().path(), bug);
      }
    }
    return outcome;
  }

  private Outcome check(Deployment deployment) {
    Outcome outcome = new Outcome();
    for (ComposeRule rule : ofDeployments) {
      try {
        outcome.add(rule, rule.check(deployment));
      } catch (RuntimeException bug) {
        outcome.fail(rule, deployment.baseFile().source().path(), bug);
      }
    }
    return outcome;
  }

  /**
   * The audit with what can be done about every finding worked out. A rule that breaks down over
   * that is told in {@link Audit#failures}, and its finding stays without a fix.
   */
  public static Audit mended(Audit audit) {
    Map<String, List<Finding>> byFile =
        audit.findings().stream()
            .collect(groupingBy(Auditor::path, LinkedHashMap::new, Collectors.toList()));
    List<Mended> mended =
        byFile.values().parallelStream()
            .flatMap(ofFile -> ofFile.stream().map(Mended::of))
            .toList();
    List<RuleFailure> failures = new ArrayList<>(audit.failures());
    mended.forEach(one -> one.failure().ifPresent(failures::add));
    return audit.withFindings(mended.stream().map(Mended::finding).toList(), failures);
  }

  private static String path(Finding finding) {
    return finding.range().source().path();
  }

  /** A finding whose fix is worked out, or that says that this failed. */
  private record Mended(Finding finding, Optional<RuleFailure> failure) {

    static Mended of(Finding finding) {
      try {
        finding.fix();
        return new Mended(finding, Optional.empty());
      } catch (RuntimeException bug) {
        return new Mended(
            finding.notFixedBecause("its rule broke down"),
            Optional.of(new RuleFailure(finding.rule(), path(finding), bug)));
      }
    }
  }

  /** What rules found, in any order, and which of them broke down. */
  private final class Outcome {

    private final List<Finding> found = new ArrayList<>();
    private final List<RuleFailure> failures = new ArrayList<>(0);

    void add(Rule rule, Stream<Finding> findings) {
      findings.forEachOrdered(finding -> policy.judged(finding, rule).ifPresent(found::add));
    }

    void add(Outcome other) {
      found.addAll(other.found);
      failures.addAll(other.failures);
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

    void fail(Rule rule, String path, RuntimeException bug) {
      failures.add(new RuleFailure(rule.info(), path, bug));
    }
  }
}
