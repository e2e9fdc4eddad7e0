package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/**
 * A table whose first column names its rows.
 *
 * @param caption what it shows, for those who do not see it
 * @param columns at least one
 * @param rows each with as many cells as there are columns
 */
public record Table(String caption, List<Column> columns, List<List<Text>> rows) implements Block {

  /**
   * A column.
   *
   * @param isNumeric whether it holds numbers, which are aligned to the right
   */
  public record Column(String heading, boolean isNumeric) {

    public Column {
      Objects.requireNonNull(heading);
    }

    /** A column of words. */
    public static Column words(String heading) {
      return new Column(heading, false);
    }

    /** A column of numbers. */
    public static Column numbers(String heading) {
      return new Column(heading, true);
    }
  }

  /**
   * @throws IllegalArgumentException if a row has another number of cells than there are columns
   */
  public Table {
    Objects.requireNonNull(caption);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Text> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s: %s cells in %s columns".formatted(caption, row.size(), columns.size()));
      }
    }
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
