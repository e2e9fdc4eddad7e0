package io.github.dockeraudit.report.chapter;

import static java.util.stream.Collectors.toMap;

import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Details;
import io.github.dockeraudit.report.document.Inline;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.survey.Weakness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Files or deployments, of which each has a section of its own as long as they are few. Of many,
 * only those with the lowest marks have one: nobody reads hundreds, but everybody looks for theirs.
 */
final class Glance {

  /** With so many a reader still gets to the end. */
  static final int MOST_IN_FULL = 25;

  /**
   * One file or deployment.
   *
   * @param mark that of the file; of several files the lowest
   */
  record Row(String title, Mark mark, List<Weakness> weaknesses) {

    private long count(Severity severity) {
      long count = 0;
      for (Weakness weakness : weaknesses) {
        for (Finding finding : weakness.findings()) {
          count += finding.severity() == severity ? 1 : 0;
        }
      }
      return count;
    }
  }

  private final List<Row> rows;
  private final List<Integer> inFull;

  Glance(List<Row> rows) {
    this.rows = List.copyOf(rows);
    double[] points = rows.stream().mapToDouble(row -> row.mark().points()).toArray();
    this.inFull =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> points[i]))
            .limit(MOST_IN_FULL)
            .sorted()
            .toList();
  }

  /** The indices of those that have a section, from the first to the last. */
  List<Integer> inFull() {
    return inFull;
  }

  /**
   * All of them in one table; nothing where each has its section.
   *
   * @param kind what they are: {@code Dockerfile}
   * @param id makes the id of a section from its number, which begins at 1
   */
  List<Block> table(String kind, UnaryOperator<String> id) {
    if (inFull.size() == rows.size()) {
      return List.of();
    }
    Map<Integer, String> sections =
        IntStream.range(0, inFull.size())
            .boxed()
            .collect(toMap(inFull::get, i -> "#" + id.apply(String.valueOf(i + 1))));
    List<List<Text>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      cells.add(cells(rows.get(i), sections.get(i)));
    }
    return List.of(
        Paragraph.of(
            "Of %s, the %s with the lowest marks follow in full."
                .formatted(Words.count(rows.size(), kind), inFull.size())),
        new Details(
            Text.of("Grade and findings of all " + rows.size()),
            List.of(new Table("Grade and findings of each " + kind, columns(kind), cells))));
  }

  private static List<Column> columns(String kind) {
    return List.of(
        Column.words(kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1)),
        Column.words("Grade"),
        Column.numbers("Errors"),
        Column.numbers("Warnings"),
        Column.numbers("Remarks"));
  }

  private static List<Text> cells(Row row, String section) {
    Text name = Text.ofCode(row.title());
    return List.of(
        section == null ? name : Text.of(new Inline.Link(name, section)),
        Text.empty().grade(row.mark().grade().label()),
        Text.of(String.valueOf(row.count(Severity.ERROR))),
        Text.of(String.valueOf(row.count(Severity.WARNING))),
        Text.of(String.valueOf(row.count(Severity.INFO))));
  }
}
