package io.github.dockeraudit.report.chapter;

import static java.util.stream.Collectors.groupingBy;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.Excerpt;
import io.github.dockeraudit.report.KnownSecrets;
import io.github.dockeraudit.report.document.Diff;
import io.github.dockeraudit.report.document.Quote;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.Printable;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.survey.Survey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinTask;

/** What chapters are written from: an audit, and what several of them need to know about it. */
public final class AuditReport {

  private final Audit audit;
  private final Map<Source, List<SourceRange>> secrets;
  private final KnownSecrets known;
  private final Quotes quotes;
  private final FixDiffs diffs;
  private final Survey survey;

  /**
   * @param audit with fixes worked out
   */
  public AuditReport(Audit audit) {
    this.audit = Objects.requireNonNull(audit);
    ForkJoinTask<List<SourceRange>> hidden =
        ForkJoinTask.adapt(() -> SecretValues.in(audit.project())).fork();
    this.survey = Survey.of(audit);
    this.secrets = hidden.join().stream().collect(groupingBy(SourceRange::source));
    this.known = KnownSecrets.in(audit.project());
    this.quotes = new Quotes(secrets);
    this.diffs = new FixDiffs(audit.project(), secrets);
  }

  /** What was found. */
  public Audit audit() {
    return audit;
  }

  /** What an engineer would tell of the project. */
  public Survey survey() {
    return survey;
  }

  /** What was audited. */
  public Project project() {
    return audit.project();
  }

  /** The marks. */
  public Scorecard scorecard() {
    return survey.score();
  }

  /** A text of a file as a report may show it: on one line, secrets masked. */
  public String show(SourceRange range) {
    return Excerpt.printable(range, secrets.getOrDefault(range.source(), List.of()));
  }

  /** What a comment says, or a mask in the place of it if it repeats a secret. */
  public String show(String words) {
    return Printable.onOneLine(known.masked(words));
  }

  /**
   * The lines of a file that hold some words, secrets masked.
   *
   * @param around lines before and after them
   */
  public Quote quote(SourceRange range, int around) {
    return quotes.of(range, around);
  }

  /** What a fix would change, secrets masked; without a line if it cannot be made. */
  public Diff diff(Fix fix) {
    return new Diff(diffs.of(fix));
  }

  /** Changes, secrets masked. */
  public Diff diff(List<FileChange> changes) {
    return new Diff(diffs.of(changes));
  }
}
