package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Deduction;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.facts.command.OfferedCommands;
import io.github.dockeraudit.facts.service.ProductionOverride;
import io.github.dockeraudit.fix.AppliedFix;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.Preview;
import io.github.dockeraudit.fix.Preview.Together;
import io.github.dockeraudit.generate.EnvExample;
import io.github.dockeraudit.generate.Generator;
import io.github.dockeraudit.generate.Part;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Category;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.survey.Advice.Effort;
import io.github.dockeraudit.survey.Advice.Priority;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out what to do next: one piece of advice for each rule, and for each file that lacks. */
final class Advisor {

  /** From so many points of a mark on, a warning of security is as pressing as an error. */
  private static final double PRESSING = 3;

  /** With more of them it is a collection of projects, of which nobody needs an override each. */
  private static final int MOST_DEPLOYMENTS = 5;

  private final Audit audit;
  private final Map<String, Double> points;

  private Advisor(Audit audit, Scorecard score) {
    this.audit = audit;
    this.points =
        score.marks().values().stream()
            .flatMap(mark -> mark.deductions().stream())
            .collect(
                groupingBy(one -> one.finding().rule().id(), summingDouble(Deduction::points)));
  }

  /** All advice, the most pressing first. */
  static List<Advice> of(Audit audit, Scorecard score) {
    Advisor advisor = new Advisor(audit, score);
    List<Advice> advice = new ArrayList<>();
    Weakness.of(audit.findings().stream()).parallelStream()
        .map(advisor::advice)
        .forEachOrdered(advice::add);
    Set<String> changed =
        advice.stream()
            .flatMap(one -> one.changes().stream())
            .map(FileChange::path)
            .collect(Collectors.toSet());
    advisor.generated().stream()
        .filter(one -> !changed.contains(one.changes().get(0).path()))
        .forEachOrdered(advice::add);
    return advice.stream().sorted(Advice.ORDER).toList();
  }

  private Advice advice(Weakness weakness) {
    RuleInfo rule = weakness.rule();
    double gain = points.getOrDefault(rule.id(), 0.0);
    Together mended = mended(weakness);
    int byHand = Math.max(0, weakness.findings().size() - mended.fixes().size());
    return new Advice(
        AdviceTitle.of(weakness),
        Optional.of(rule),
        weakness.findings(),
        priority(weakness, gain),
        gain,
        effort(mended, byHand),
        mended.changes(),
        byHand);
  }

  /** The project as it is once all that a rule can mend by itself is mended. */
  private Together mended(Weakness weakness) {
    String id = weakness.rule().id();
    return Preview.of(
        Auditor.mended(
            new Audit(
                audit.project(),
                audit.rules().where(rule -> rule.id().equals(id)),
                weakness.findings(),
                List.of(),
                List.of())));
  }

  private static Effort effort(Together mended, int byHand) {
    if (mended.changes().isEmpty()) {
      return Effort.MANUAL;
    }
    boolean isRisky =
        mended.fixes().stream()
            .map(AppliedFix::fix)
            .anyMatch(fix -> fix.applicability() == Applicability.RISKY);
    return byHand > 0 ? Effort.SOME : isRisky ? Effort.REVIEW : Effort.NONE;
  }

  private static Priority priority(Weakness weakness, double gain) {
    Category category = weakness.rule().category();
    Severity severity = weakness.findings().get(0).severity();
    boolean isGrave = category == Category.SECURITY && gain >= PRESSING;
    if (severity == Severity.ERROR || severity == Severity.WARNING && isGrave) {
      return Priority.CRITICAL;
    }
    boolean matters =
        Set.of(Category.CORRECTNESS, Category.SECURITY, Category.PERFORMANCE).contains(category);
    return severity == Severity.WARNING && matters ? Priority.HIGH : Priority.MEDIUM;
  }

  /** What {@code generate} would write for what no rule speaks of. */
  private List<Advice> generated() {
    List<Advice> advice = new ArrayList<>();
    Project project = audit.project();
    EnvExample.of(project)
        .map(file -> added("Add %s, which names the variables to set", List.of(file)))
        .ifPresent(advice::add);
    if (project.deployments().size() <= MOST_DEPLOYMENTS) {
      List<Source> overrides = ProductionOverride.of(project);
      if (!overrides.isEmpty()) {
        advice.add(added("Add %s, which makes the deployment fit for a server", overrides));
      }
    }
    if (OfferedCommands.withoutAny(project).isPresent()) {
      new Generator(project::text, false)
          .generate(project, EnumSet.of(Part.MAKEFILE)).changes().stream()
              .map(
                  change ->
                      added("Add %s, which starts what compose runs", List.of(change.after())))
              .forEachOrdered(advice::add);
    }
    return advice;
  }

  private static Advice added(String title, List<Source> files) {
    return new Advice(
        title.formatted(files.stream().map(Source::path).collect(Collectors.joining(", "))),
        Optional.empty(),
        List.of(),
        Priority.MEDIUM,
        0,
        Effort.REVIEW,
        files.stream().map(file -> new FileChange(Optional.empty(), file)).toList(),
        0);
  }
}
