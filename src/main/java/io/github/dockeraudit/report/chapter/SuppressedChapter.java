package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Suppressed;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Finding;
import java.util.List;
import java.util.Optional;

/** What does not count, with the reasons. */
final class SuppressedChapter implements Chapter {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("Place"),
          Column.words("Severity"),
          Column.words("Rule"),
          Column.words("Finding"),
          Column.words("Reason given"));

  @Override
  public Optional<Section> of(AuditReport report) {
    List<List<Text>> rows =
        report.audit().suppressed().stream().map(accepted -> row(accepted, report)).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "suppressed",
                Text.of("Accepted findings"),
                List.of(new Table("Findings that do not count", COLUMNS, rows))));
  }

  private static List<Text> row(Suppressed suppressed, AuditReport report) {
    Finding finding = suppressed.finding();
    String reason = suppressed.by().reason();
    return List.of(
        Text.ofCode(finding.range().toString()),
        Text.empty().gravity(finding.severity()),
        Text.of(finding.rule().name()),
        Text.of(finding.message()),
        Text.of(reason.isEmpty() ? "none" : report.show(reason)));
  }
}
