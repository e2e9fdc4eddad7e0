package io.github.dockeraudit.facts;

import java.util.OptionalInt;

/**
 * A user that a base image already has and means for running its service.
 *
 * @param name what to write after {@code USER}: the name, or the number of a user without one
 * @param uid the number; empty where the name alone is known
 */
public record NonRootUser(String name, OptionalInt uid) {

  /** The user in a cell of the table: {@code name(uid)}, {@code name} or a bare uid. */
  static NonRootUser ofCell(String cell) {
    int open = cell.indexOf('(');
    String name = open < 0 ? cell : cell.substring(0, open);
    String number = open < 0 ? cell : cell.substring(open + 1, cell.length() - 1);
    boolean isNumber = number.chars().allMatch(c -> c >= '0' && c <= '9');
    return new NonRootUser(
        name, isNumber ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty());
  }
}
