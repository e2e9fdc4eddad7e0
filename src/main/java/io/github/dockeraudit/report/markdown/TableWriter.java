package io.github.dockeraudit.report.markdown;

import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import java.util.ArrayList;
import java.util.List;

/** Writes a table whose columns are aligned in the source too, as far as that helps a reader. */
final class TableWriter {

  private static final int WIDEST = 48;
  private static final int NARROWEST = 3;

  private final Table table;
  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  private TableWriter(Table table) {
    this.table = table;
    this.widths = new int[table.columns().size()];
  }

  /** The lines, each with its line feed. */
  static String write(Table table) {
    return new TableWriter(table).write();
  }

  private String write() {
    rows.add(table.columns().stream().map(Column::heading).map(Escape::words).toList());
    for (List<Text> row : table.rows()) {
      rows.add(row.stream().map(InlineWriter::cell).toList());
    }
    for (int column = 0; column < widths.length; column++) {
      widths[column] = width(column);
    }
    StringBuilder out = new StringBuilder();
    writeRow(rows.get(0), out);
    writeRule(out);
    rows.subList(1, rows.size()).forEach(row -> writeRow(row, out));
    return out.toString();
  }

  private int width(int column) {
    return rows.stream()
        .mapToInt(row -> length(row.get(column)))
        .filter(length -> length <= WIDEST)
        .reduce(NARROWEST, Math::max);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private void writeRow(List<String> row, StringBuilder out) {
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String blanks = " ".repeat(Math.max(0, widths[column] - length(cell)));
      out.append("| ").append(isNumeric(column) ? blanks + cell : cell + blanks).append(' ');
    }
    out.append("|\n");
  }

  private void writeRule(StringBuilder out) {
    for (int column = 0; column < widths.length; column++) {
      String dashes = "-".repeat(widths[column] - 1);
      out.append("| ").append(isNumeric(column) ? dashes + ":" : dashes + "-").append(' ');
    }
    out.append("|\n");
  }

  private boolean isNumeric(int column) {
    return table.columns().get(column).isNumeric();
  }
}
