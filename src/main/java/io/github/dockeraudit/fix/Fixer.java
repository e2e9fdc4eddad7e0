package io.github.dockeraudit.fix;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.fix.Edits.Edited;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.FixPromise;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Fixes a project in memory: makes all fixes that are not in each other's way, audits again, and so
 * on until nothing is left to make.
 */
public final class Fixer {

  /**
   * No file needs more, though RUNs in a row are joined two by two; fixes that go on for longer
   * undo each other.
   */
  static final int MOST_ROUNDS = 20;

  private final FixLevel level;

  /**
   * @param level how far fixing may go
   */
  public Fixer(FixLevel level) {
    this.level = level;
  }

  /** Fixes what the audit found, by the rules of that audit. Nothing is written. */
  public Fixed fix(Audit audit) {
    SortedMap<String, FixFailure> failures = new TreeMap<>();
    while (true) {
      Attempt attempt = new Attempt(audit, failures);
      if (attempt.standsStill()) {
        return attempt.result();
      }
    }
  }

  /** Why a fix is not to be made; empty if it is. */
  private Optional<String> reasonAgainst(Fix fix, Project project) {
    if (fix.applicability() == Applicability.MANUAL) {
      return Optional.of("by hand: " + fix.title());
    }
    if (!level.allows(fix.applicability())) {
      return Optional.of(
          "%s; -Ddocker-audit.fixLevel=%s makes it"
              .formatted(fix.title(), fix.applicability().label()));
    }
    return fix.edits().stream()
        .map(edit -> edit.range().source().path())
        .filter(path -> !project.owns(path))
        .findFirst()
        .map(path -> path + " belongs to another module");
  }

  /** Which rules have said what is left to do. */
  private enum Asked {
    /** Those whose fixes were made or had to wait. */
    WAITING,
    /** Those that have fixes. */
    FIXING,
    /** All: what they find is the truth about the text as it is. */
    ALL
  }

  /** From the first round to the last; begun anew without the rules that undo each other. */
  private final class Attempt {

    private final SortedMap<String, FixFailure> failures;
    private final Auditor auditor;
    private final Project original;
    private final List<AppliedFix> applied = new ArrayList<>();
    private final SortedMap<String, Source> changed = new TreeMap<>();

    /** Files in which edits at one place did not get on with each other. */
    private final Set<String> careful = new HashSet<>();

    /** By the rules that were asked last. */
    private Audit audit;

    private Asked asked = Asked.ALL;

    /**
     * @param failures the fixes that are not to be made, by rule and path; grows
     */
    Attempt(Audit audit, SortedMap<String, FixFailure> failures) {
      this.audit = audit;
      this.failures = failures;
      this.original = audit.project();
      this.auditor = new Auditor(audit.policy());
    }

    /** Goes through all rounds; false if they would never end. */
    boolean standsStill() {
      for (int rounds = 0; rounds < MOST_ROUNDS; ) {
        List<Finding> due = due();
        if (due.isEmpty()) {
          return true;
        }
        rounds += make(Round.of(audit, due, careful), due) ? 1 : 0;
      }
      List<Finding> endless = due();
      endless.forEach(finding -> fail(finding, "The fixes of this rule never come to an end"));
      return endless.isEmpty();
    }

    /** What is left to do; the rules are asked until some of them have something, or all were. */
    private List<Finding> due() {
      List<Finding> due = fixable();
      while (due.isEmpty() && asked != Asked.ALL) {
        asked = asked == Asked.WAITING ? Asked.FIXING : Asked.ALL;
        audit = audited(audit.project(), this::isAsked);
        due = fixable();
      }
      return due;
    }

    private boolean isAsked(Rule rule) {
      return asked == Asked.ALL || rule.info().fix() != FixPromise.NEVER;
    }

    private List<Finding> fixable() {
      return audit.findings().stream().filter(this::isFixable).toList();
    }

    private boolean isFixable(Finding finding) {
      return finding.fix().filter(fix -> whyLeft(finding, fix).isEmpty()).isPresent();
    }

    private Optional<String> whyLeft(Finding finding, Fix fix) {
      return failures.containsKey(key(finding))
          ? Optional.of("its fix was taken back")
          : reasonAgainst(fix, original);
    }

    /**
     * Keeps the round if it holds; otherwise says false, and bars the fixes that are at fault if
     * they are so without others beside them.
     *
     * @param due the findings that the round was made for: while some of them wait for others, no
     *     rule is asked but those that found them
     */
    private boolean make(Round round, List<Finding> due) {
      if (!areSound(round)) {
        return false;
      }
      Map<String, Edited> edited = round.apply();
      Project after = round.projectAfter(edited);
      Verification verification = new Verification(audit, edited);
      for (String path : edited.keySet()) {
        Optional<String> refusal = verification.newRefusal(after, path);
        if (refusal.isPresent()) {
          if (!careful.add(path)) {
            Finding culprit = culprit(round, verification, path);
            fail(culprit, "Docker would refuse the file: " + refusal.get());
          }
          return false;
        }
      }
      Set<Rule> waiting = rulesOf(due);
      Audit next = audited(after, waiting::contains);
      List<AppliedFix> without = verification.withoutEffect(round.fixes(), next);
      if (!without.isEmpty()) {
        List<Finding> standing = without.stream().map(AppliedFix::finding).toList();
        standing.stream()
            .filter(finding -> careful.contains(path(finding)))
            .forEach(finding -> fail(finding, "The finding still stands after its fix"));
        standing.forEach(finding -> careful.add(path(finding)));
        return false;
      }
      applied.addAll(round.fixes());
      edited.forEach((path, file) -> changed.put(path, file.after()));
      audit = next;
      asked = waiting.size() == audit.rules().rules().size() ? Asked.ALL : Asked.WAITING;
      return true;
    }

    private Audit audited(Project project, Predicate<Rule> isAsked) {
      return Auditor.mended(auditor.audit(project, isAsked));
    }

    private Set<Rule> rulesOf(List<Finding> findings) {
      Set<String> ids = findings.stream().map(finding -> finding.rule().id()).collect(toSet());
      return ids.stream().flatMap(id -> audit.rules().called(id).stream()).collect(toSet());
    }

    private boolean areSound(Round round) {
      boolean sound = true;
      for (AppliedFix applied : round.fixes()) {
        if (!isSound(applied.fix())) {
          fail(applied.finding(), "The edits of its fix overlap, or are not of this text");
          sound = false;
        }
      }
      return sound;
    }

    private boolean isSound(Fix fix) {
      return fix.edits().stream()
              .map(edit -> edit.range().source())
              .distinct()
              .allMatch(this::isOfNow)
          && fix.edits().stream()
              .map(edit -> edit.range().source())
              .distinct()
              .allMatch(
                  source ->
                      Edits.areSound(
                          fix.edits().stream()
                              .filter(edit -> edit.range().source() == source)
                              .toList()));
    }

    /** A file that comes into being is edited from nothing, where nothing is. */
    private boolean isOfNow(Source source) {
      Project now = audit.project();
      return now.text(source.path())
          .map(text -> text == source)
          .orElseGet(
              () -> source.text().isEmpty() && now.tree().at(source.path()) == Entry.MISSING);
    }

    /** The finding with whose fix the file begins to be refused. */
    private Finding culprit(Round round, Verification verification, String path) {
      for (int count = 1; count < round.fixes().size(); count++) {
        Round first = round.first(count);
        Project after = first.projectAfter(first.apply());
        if (verification.newRefusal(after, path).isPresent()) {
          return round.fixes().get(count - 1).finding();
        }
      }
      return round.fixes().get(round.fixes().size() - 1).finding();
    }

    private void fail(Finding finding, String problem) {
      RuleInfo rule = finding.rule();
      failures.putIfAbsent(key(finding), new FixFailure(rule, path(finding), problem));
    }

    private String key(Finding finding) {
      return finding.rule().id() + " " + path(finding);
    }

    private static String path(Finding finding) {
      return finding.range().source().path();
    }

    Fixed result() {
      List<FileChange> changes = new ArrayList<>();
      changed.forEach(
          (path, after) -> {
            Optional<Source> before = original.text(path);
            if (before.filter(source -> source.text().equals(after.text())).isEmpty()) {
              changes.add(new FileChange(before, after));
            }
          });
      List<LeftFinding> left =
          audit.findings().stream()
              .map(finding -> new LeftFinding(finding, reason(finding)))
              .toList();
      return new Fixed(original, audit, changes, applied, left, List.copyOf(failures.values()));
    }

    private String reason(Finding finding) {
      return finding
          .fix()
          .flatMap(fix -> whyLeft(finding, fix))
          .or(finding::obstacle)
          .orElse("there is no automatic fix");
    }
  }
}
