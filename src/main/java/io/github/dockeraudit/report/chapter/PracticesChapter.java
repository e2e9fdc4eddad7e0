package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.Practice;
import java.util.List;
import java.util.Optional;

/** How far practices of security are followed. */
final class PracticesChapter implements Chapter {

  private static final int MOST_LACKING = 5;

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("Practice"),
          Column.words("Followed"),
          Column.words("Grade"),
          Column.words("Not by"));

  @Override
  public Optional<Section> of(AuditReport report) {
    List<List<Text>> rows =
        report.survey().practices().stream().map(PracticesChapter::row).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Mark mark = report.survey().score().mark(Aspect.SECURITY);
    return Optional.of(
        new Section(
            "practices",
            Text.of("Security practices ").grade(mark.grade().label()),
            List.of(new Table("How far practices are followed", COLUMNS, rows))));
  }

  private static List<Text> row(Practice practice) {
    return List.of(
        Text.of(practice.kind().title()),
        Text.of(Sign.of(practice.holds(), practice.of()))
            .and(" %s of %s %s".formatted(practice.holds(), practice.of(), practice.kind().unit())),
        Text.empty().grade(Grade.of(practice.percent()).label()),
        Words.orDash(Words.codes(practice.lacking(), MOST_LACKING)));
  }
}
