package io.github.dockeraudit.audit;

import io.github.dockeraudit.audit.Baseline.Entry;
import io.github.dockeraudit.audit.Fingerprints.Print;
import io.github.dockeraudit.audit.Policy.Precedent;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells findings that count from those that do not: by comments first, then by the configuration,
 * then by what was there before.
 */
final class Sifting {

  private final Project project;
  private final Policy policy;
  private final List<RuleFailure> failures;
  private final boolean anyFailsOnChecks;
  private final Suppressions comments;
  private final List<Finding> open = new ArrayList<>();
  private final Map<Finding, Acceptance> accepted = new TreeMap<>();
  private final List<Entry> outlived = new ArrayList<>();

  private Sifting(Project project, Policy policy, List<RuleFailure> failures) {
    this.project = project;
    this.policy = policy;
    this.failures = failures;
    this.anyFailsOnChecks =
        project.dockerfiles().stream().anyMatch(file -> file.directives().failsOnChecks());
    this.comments = Suppressions.in(project, policy.takesHadolintComments());
  }

  /**
   * The audit that findings come to.
   *
   * @param found sorted, and each once
   */
  static Audit of(List<Finding> found, Project project, Policy policy, List<RuleFailure> failures) {
    Sifting sifting = new Sifting(project, policy, failures);
    found.forEach(sifting::accept);
    policy.precedents().forEach(sifting::holdAgainst);
    return sifting.audit();
  }

  private void accept(Finding finding) {
    Optional<Acceptance> by = comments.accepting(finding).map(Acceptance.class::cast);
    if (by.isEmpty() && !policy.entries().isEmpty()) {
      by =
          policy.entries().stream()
              .filter(entry -> !entry.isOver(project.today()) && entry.accepts(finding))
              .map(Acceptance.class::cast)
              .findFirst();
    }
    if (by.isPresent()) {
      accepted.put(finding, by.get());
    } else {
      open.add(asBuilt(finding));
    }
  }

  /** A file may ask that BuildKit's checks fail its build; then what they find is an error here. */
  private Finding asBuilt(Finding finding) {
    boolean fails =
        anyFailsOnChecks
            && finding.aliases().stream().anyMatch(alias -> alias.startsWith("buildkit:"))
            && project
                .dockerfile(finding.range().source().path())
                .filter(file -> file.directives().failsOnChecks())
                .isPresent();
    return fails ? finding.withSeverity(Severity.ERROR) : finding;
  }

  private void holdAgainst(Precedent precedent) {
    Map<Finding, Print> prints = Fingerprints.prints(project, open);
    BaselineMatch match =
        BaselineMatch.of(precedent.baseline(), precedent.place(), project, prints);
    prints.keySet().stream()
        .filter(match::knows)
        .forEach(finding -> accepted.put(finding, precedent.by()));
    open.removeAll(accepted.keySet());
    if (precedent.by().kind() == Acceptance.Kind.BASELINE) {
      match.outlived().stream().filter(this::isJudged).forEach(outlived::add);
    }
  }

  /** What a rule that did not run, or broke down, would find is not known. */
  private boolean isJudged(Entry entry) {
    return policy.all().called(entry.rule()).isEmpty()
        || !policy.rules().called(entry.rule()).isEmpty()
            && failures.stream().noneMatch(failure -> failure.rule().id().equals(entry.rule()));
  }

  private Audit audit() {
    List<Suppressed> suppressed = new ArrayList<>();
    accepted.forEach((finding, by) -> suppressed.add(new Suppressed(finding, by)));
    Map<Acceptance, List<Finding>> uses = new HashMap<>();
    accepted.forEach(
        (finding, by) -> uses.computeIfAbsent(by, unused -> new ArrayList<>()).add(finding));
    Upkeep upkeep = new Upkeep(policy, uses, project.today(), failures);
    return new Audit(
        project,
        policy,
        List.copyOf(open),
        suppressed,
        failures,
        new Leftovers(upkeep.unused(comments), upkeep.unreasoned(comments), outlived),
        Optional.empty());
  }
}
