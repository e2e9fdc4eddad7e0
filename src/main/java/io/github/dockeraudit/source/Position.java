package io.github.dockeraudit.source;

/**
 * A place in a file as an editor shows it.
 *
 * @param line line number from 1; lines end at {@code \n}, so {@code \r\n} ends one line and a lone
 *     {@code \r} none, as Docker reads them
 * @param column column from 1, in UTF-16 code units
 */
public record Position(int line, int column) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  /** The position as {@code line:column}. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
