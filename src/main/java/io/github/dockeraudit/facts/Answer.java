package io.github.dockeraudit.facts;

/** The answer to a question that the files and tables may leave open. */
public enum Answer {
  /** It is so. */
  YES,
  /** It is not so. */
  NO,
  /** Nothing at hand says; no rule may take this for either of the others. */
  UNKNOWN;

  /** The answer that a truth value is. */
  static Answer of(boolean yes) {
    return yes ? YES : NO;
  }

  /** The answer that a cell of a table is: {@code yes}, {@code no}, or empty for unknown. */
  static Answer ofCell(String cell) {
    return cell.isEmpty() ? UNKNOWN : of(cell.equals("yes"));
  }
}
