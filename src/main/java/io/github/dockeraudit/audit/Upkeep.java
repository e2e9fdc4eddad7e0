package io.github.dockeraudit.audit;

import io.github.dockeraudit.audit.Leftovers.Remark;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds suppressions that accept nothing, and those that say no reason.
 *
 * <p>What a rule that does not run would find is not known, so a suppression is only unused where
 * all rules that go by its label have run.
 */
final class Upkeep {

  private static final String EVERY_RULE_OF_A_TOOL = ":*";

  private final Policy policy;
  private final Map<Acceptance, List<Finding>> uses;
  private final LocalDate today;
  private final Set<String> broken;

  Upkeep(
      Policy policy,
      Map<Acceptance, List<Finding>> uses,
      LocalDate today,
      List<RuleFailure> failures) {
    this.policy = policy;
    this.uses = uses;
    this.today = today;
    this.broken = failures.stream().map(each -> each.rule().id()).collect(Collectors.toSet());
  }

  /** What accepts nothing, by place. */
  List<Remark> unused(Suppressions comments) {
    List<Remark> remarks = new ArrayList<>();
    for (Suppression comment : comments.all()) {
      for (String label : comment.labels()) {
        if (isUnused(label, comment)) {
          remarks.add(
              new Remark(
                  comment.comment(), "'%s' accepts nothing here; remove it".formatted(label)));
        }
      }
    }
    policy.entries().forEach(entry -> addUnused(entry, remarks));
    return sorted(remarks);
  }

  private void addUnused(SuppressionEntry entry, List<Remark> remarks) {
    if (entry.isOver(today)) {
      remarks.add(
          new Remark(
              entry.where(),
              "The suppression is over since %s; mend what it accepted, and remove it"
                  .formatted(entry.until().orElseThrow())));
      return;
    }
    for (String label : entry.labels()) {
      if (isUnused(label, entry)) {
        remarks.add(new Remark(entry.where(), "'%s' accepts nothing; remove it".formatted(label)));
      }
    }
  }

  /** What a tool beside us says depends on whether it is there, and on its version. */
  private boolean isUnused(String label, Acceptance by) {
    if (label.endsWith(EVERY_RULE_OF_A_TOOL)) {
      return false;
    }
    List<RuleInfo> called = policy.rules().called(label).stream().map(rule -> rule.info()).toList();
    return !called.isEmpty()
        && called.stream().noneMatch(rule -> broken.contains(rule.id()))
        && called.stream().noneMatch(RuleInfo::speaksForMany)
        && uses.getOrDefault(by, List.of()).stream()
            .noneMatch(finding -> finding.rule().isCalled(label));
  }

  /**
   * What says no reason though it could, by place; the forms of other tools have no room for one.
   */
  List<Remark> unreasoned(Suppressions comments) {
    if (!policy.needsReasons()) {
      return List.of();
    }
    Stream<Remark> inComments =
        comments.all().stream()
            .filter(comment -> comment.reason().isEmpty())
            .map(
                comment ->
                    new Remark(
                        comment.comment(),
                        "No reason is given; write '# docker-audit ignore=... -- reason'"));
    Stream<Remark> inEntries =
        policy.entries().stream()
            .filter(entry -> entry.reason().isEmpty())
            .map(entry -> new Remark(entry.where(), "No reason is given; add 'reason:'"));
    return sorted(Stream.concat(inComments, inEntries).toList());
  }

  private static List<Remark> sorted(List<Remark> remarks) {
    return remarks.stream()
        .sorted(Comparator.comparing(Remark::range).thenComparing(Remark::message))
        .toList();
  }
}
