package io.github.dockeraudit.audit;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Remembering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    return audit(project, rule -> true);
  }

  /**
   * Runs some of the rules over everything in the project that they can look at.
   *
   * @param isAsked which rules; several threads ask it
   */
  public Audit audit(Project project, Predicate<Rule> isAsked) {
    Outcome all = new Outcome();
    all.add(of(project.dockerfiles(), policy.ofDockerfiles(), isAsked));
    all.add(of(project.deployments(), policy.ofDeployments(), isAsked));
    all.add(
        hasSeveralParts(project)
            ? policy.ofProjects().atOnce(project, isAsked)
            : policy.ofProjects().of(project, isAsked));
    all.failures().sort(Comparator.comparing(failure -> failure.rule().id()));
    return Sifting.of(all.sorted(), project, policy, all.failures());
  }

  /** Many audits are by one rule, to which most parts of a project are nothing to look at. */
  private static <P extends Remembering> Outcome of(
      List<P> parts, Checks<?, P> checks, Predicate<Rule> isAsked) {
    Outcome all = new Outcome();
    if (checks.isAnyAsked(isAsked)) {
      onAllCores(parts).map(part -> checks.of(part, isAsked)).forEachOrdered(all::add);
    }
    return all;
  }

  private static boolean hasSeveralParts(Project project) {
    return project.dockerfiles().size() + project.deployments().size() > 1;
  }

  /** One part alone would only wait for itself. */
  private static <P> Stream<P> onAllCores(List<P> parts) {
    return parts.size() > 1 ? parts.parallelStream() : parts.stream();
  }

  /**
   * The audit with what can be done about every finding worked out. A rule that breaks down over
   * that is told in {@link Audit#failures}, and its finding stays without a fix.
   */
  public static Audit mended(Audit audit) {
    Map<String, List<Finding>> byFile = new LinkedHashMap<>();
    for (Finding finding : audit.findings()) {
      byFile.computeIfAbsent(path(finding), path -> new ArrayList<>()).add(finding);
    }
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
}
