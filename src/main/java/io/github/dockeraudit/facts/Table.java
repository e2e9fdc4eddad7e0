package io.github.dockeraudit.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table that lies beside these classes: one row a line, cells parted by tabs, sorted by the first
 * cell, comments with {@code #} at the top. Rows are looked up in its text: an audit asks for a few
 * of many, and most of the time it would take to read them all goes to the others.
 */
final class Table {

  private final String text;
  private final int first;

  /** The rows that were found, by their key; no more than the table has. */
  private final Map<String, List<Row>> found = new ConcurrentHashMap<>();

  private Table(String text) {
    this.text = text;
    int start = 0;
    while (text.startsWith("#", start)) {
      start = lineEnd(start) + 1;
    }
    this.first = start;
  }

  /**
   * Reads a table, which has ASCII characters alone.
   *
   * @throws IllegalStateException if it is not there, which is a fault in the build
   */
  static Table read(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No table " + name);
      }
      return new Table(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** One row of a table. */
  final class Row {

    private final int start;
    private final int end;

    private Row(int start) {
      this.start = start;
      this.end = lineEnd(start);
    }

    /** The text of a cell, by its number from 0; empty if the line ends before it. */
    String cell(int index) {
      int from = start;
      for (int i = 0; i < index && from <= end; i++) {
        from = cellEnd(from) + 1;
      }
      return from > end ? "" : text.substring(from, cellEnd(from));
    }

    /** The texts of the first cells. */
    String[] cells(int count) {
      String[] cells = new String[count];
      int from = start;
      for (int i = 0; i < count; i++) {
        int to = from > end ? from : cellEnd(from);
        cells[i] = text.substring(from, to);
        from = Math.min(to, end) + 1;
      }
      return cells;
    }

    private int cellEnd(int from) {
      int tab = text.indexOf('\t', from);
      return tab < 0 || tab > end ? end : tab;
    }
  }

  /** The rows whose first cell is this, in the order of the table; none if there is no such row. */
  List<Row> rows(String key) {
    List<Row> known = found.get(key);
    if (known != null) {
      return known;
    }
    List<Row> rows = new ArrayList<>(2);
    for (int line = firstNotBefore(key); isKey(line, key); line = lineEnd(line) + 1) {
      rows.add(new Row(line));
    }
    if (!rows.isEmpty()) {
      found.put(key, List.copyOf(rows));
    }
    return rows;
  }

  /** All rows, in the order of the table. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int line = first; line < text.length(); line = lineEnd(line) + 1) {
      rows.add(new Row(line));
    }
    return rows;
  }

  /** The first of some rows; empty if there are none. */
  static Optional<Row> first(List<Row> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  private int firstNotBefore(String key) {
    int low = first;
    int high = text.length();
    while (low < high) {
      int middle = Math.max(low, text.lastIndexOf('\n', (low + high) / 2 - 1) + 1);
      if (isBefore(middle, key)) {
        low = lineEnd(middle) + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the first cell of a line comes before a key, by their characters. */
  private boolean isBefore(int line, String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = line + i < text.length() ? text.charAt(line + i) : '\n';
      if (c != key.charAt(i)) {
        return c == '\t' || c == '\n' || c < key.charAt(i);
      }
    }
    return false;
  }

  private boolean isKey(int line, String key) {
    int end = line + key.length();
    return text.startsWith(key, line) && end < text.length() && text.charAt(end) == '\t';
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
