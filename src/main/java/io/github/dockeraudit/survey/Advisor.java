package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Deduction;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.fix.AppliedFix;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.Preview;
import io.github.dockeraudit.fix.Preview.Together;
import io.github.dockeraudit.generate.Draft;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.generate.Generator;
import io.github.dockeraudit.generate.Part;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Category;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
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

  private final Audit audit;
  private final Map<String, Double> points;
  private final DeveloperSurvey developers;

  private Advisor(Audit audit, Scorecard score, DeveloperSurvey developers) {
    this.audit = audit;
    this.points =
        score.marks().values().stream()
            .flatMap(mark -> mark.deductions().stream())
            .collect(
                groupingBy(one -> one.finding().rule().id(), summingDouble(Deduction::points)));
    this.developers = developers;
  }

  /** All advice, the most pressing first. */
  static List<Advice> of(Audit audit, Scorecard score, DeveloperSurvey developers) {
    Advisor advisor = new Advisor(audit, score, developers);
    List<Advice> advice = new ArrayList<>();
    Weakness.of(audit.findings().stream()).stream().map(advisor::advice).forEach(advice::add);
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
    Project project = audit.project();
    Set<Part> parts = EnumSet.of(Part.OVERRIDE, Part.ENV);
    if (!developers.missing().isEmpty()) {
      parts.add(Part.MAKEFILE);
    }
    Generated generated = new Generator(project::text, false).generate(project, parts);
    return generated.drafts().stream()
        .filter(draft -> draft.change().isPresent())
        .map(Advisor::advice)
        .toList();
  }

  private static Advice advice(Draft draft) {
    return new Advice(
        "%s %s: it %s"
            .formatted(
                draft.change().orElseThrow().before().isPresent() ? "Extend" : "Add",
                draft.path(),
                draft.remark()),
        Optional.empty(),
        List.of(),
        Priority.MEDIUM,
        0,
        Effort.REVIEW,
        draft.change().stream().toList(),
        0);
  }
}
