package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.EarlierFinding;
import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.Trend;
import io.github.dockeraudit.audit.Trend.Move;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has changed since the earlier audit that this one is compared with. */
final class TrendChapter implements Chapter {

  private static final List<Column> FINDINGS =
      List.of(
          Column.words("Place"),
          Column.words("Severity"),
          Column.words("Rule"),
          Column.words("Finding"));

  private static final List<Column> MARKS =
      List.of(
          Column.words("Mark"),
          Column.numbers("Before"),
          Column.numbers("Now"),
          Column.numbers("Change"));

  @Override
  public Optional<Section> of(AuditReport report) {
    return Trend.of(report.audit()).map(TrendChapter::section);
  }

  private static Section section(Trend trend) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(
            "%s new, %s gone and %s accepted by a comment since the earlier audit."
                .formatted(trend.fresh().size(), trend.gone().size(), trend.accepted().size())));
    addTable("Marks then and now", MARKS, marks(trend), blocks);
    addTable("New findings", FINDINGS, rows(trend.fresh()), blocks);
    addTable(
        "Findings that are gone",
        FINDINGS,
        trend.gone().stream().map(TrendChapter::row).toList(),
        blocks);
    addTable("Findings that are accepted by now", FINDINGS, rows(trend.accepted()), blocks);
    return new Section("trend", Text.of("Since the earlier audit"), blocks);
  }

  private static void addTable(
      String caption, List<Column> columns, List<List<Text>> rows, List<Block> blocks) {
    if (!rows.isEmpty()) {
      blocks.add(new Table(caption, columns, rows));
    }
  }

  private static List<List<Text>> marks(Trend trend) {
    List<List<Text>> rows = new ArrayList<>();
    trend.overall().ifPresent(move -> rows.add(row("Overall", move)));
    trend.marks().forEach((aspect, move) -> rows.add(row(aspect.title(), move)));
    return rows;
  }

  private static List<Text> row(String mark, Move move) {
    return List.of(
        Text.of(mark),
        Text.of(move.before() + " ").grade(Grade.of(move.before()).label()),
        Text.of(move.after() + " ").grade(Grade.of(move.after()).label()),
        Text.of(change(move.difference())));
  }

  private static String change(int difference) {
    String sign = difference > 0 ? "+" : difference < 0 ? "\u2212" : "\u00B1";
    return sign + Math.abs(difference);
  }

  private static List<List<Text>> rows(List<Finding> findings) {
    return findings.stream().map(TrendChapter::row).toList();
  }

  private static List<Text> row(Finding finding) {
    return List.of(
        Text.ofCode(finding.range().toString()),
        Text.empty().gravity(finding.severity()),
        Text.of(finding.rule().name()),
        Text.of(finding.message()));
  }

  /** On one line, as anybody may have written the report that it is from. */
  private static List<Text> row(EarlierFinding finding) {
    return List.of(
        Text.ofCode(Printable.onOneLine(finding.file()) + ":" + finding.line()),
        Text.empty().gravity(finding.severity()),
        Text.of(Printable.onOneLine(finding.name())),
        Text.of(Printable.onOneLine(finding.message())));
  }
}
