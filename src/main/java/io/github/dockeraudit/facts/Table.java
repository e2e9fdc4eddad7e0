package io.github.dockeraudit.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the tables that lie beside these classes: one row a line, cells parted by tabs, lines that
 * begin with {@code #} left out.
 */
final class Table {

  private Table() {}

  /**
   * The rows of a table, each with as many cells as asked for; cells missing at the end of a line
   * are empty.
   *
   * @throws IllegalStateException if the table is not there, which is a fault in the build
   */
  static List<String[]> rows(String name, int columns) {
    String text = text(name);
    List<String[]> rows = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (text.charAt(start) != '#') {
        rows.add(cells(text, start, end, columns));
      }
      start = end + 1;
    }
    return rows;
  }

  private static String[] cells(String text, int start, int end, int columns) {
    String[] cells = new String[columns];
    int from = start;
    int count = 0;
    while (from <= end) {
      int tab = text.indexOf('\t', from);
      int to = tab < 0 || tab > end ? end : tab;
      cells[count++] = text.substring(from, to);
      from = to + 1;
    }
    Arrays.fill(cells, count, columns, "");
    return cells;
  }

  private static String text(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No table " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
