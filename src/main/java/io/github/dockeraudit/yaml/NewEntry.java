package io.github.dockeraudit.yaml;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry that is to be written into a mapping.
 *
 * @param key the key
 * @param value the value as YAML on one line; empty if it is a mapping
 * @param entries the entries of a value that is a mapping
 * @param isList whether the value is a list of one item, which is written as others of the file are
 */
public record NewEntry(String key, String value, List<NewEntry> entries, boolean isList) {

  public NewEntry {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
    entries = List.copyOf(entries);
  }

  /** An entry with a scalar or a sequence in brackets. */
  public static NewEntry of(String key, String value) {
    return new NewEntry(key, value, List.of(), false);
  }

  /**
   * An entry whose value is a list of one item.
   *
   * @param item the item as YAML between brackets
   */
  public static NewEntry ofList(String key, String item) {
    return new NewEntry(key, item, List.of(), true);
  }

  /** An entry whose value is a mapping. */
  public static NewEntry of(String key, List<NewEntry> entries) {
    return new NewEntry(key, "", entries, false);
  }

  /**
   * The entry as a block, line by line.
   *
   * @param step by how many columns each level is indented
   * @param dash by how many columns the items of a list are; empty if they stand in brackets
   */
  Stream<String> lines(int step, OptionalInt dash) {
    if (isList && dash.isPresent()) {
      return Stream.of(key + ":", " ".repeat(dash.getAsInt()) + "- " + withoutQuotes());
    }
    return entries.isEmpty()
        ? Stream.of(key + ": " + inLine())
        : Stream.concat(
            Stream.of(key + ":"),
            entries.stream()
                .flatMap(entry -> entry.lines(step, dash))
                .map(line -> " ".repeat(step) + line));
  }

  private String inLine() {
    return isList ? '[' + value + ']' : value;
  }

  /** On a line of its own, an item needs none that is nothing but text. */
  private String withoutQuotes() {
    boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    String bare = isQuoted ? value.substring(1, value.length() - 1) : value;
    return PlainText.isText(bare) ? bare : value;
  }

  /**
   * The entry as it stands between braces.
   *
   * @param quoted whether strings are put in quotes, as in JSON
   */
  String inFlow(boolean quoted) {
    String name = quoted ? '"' + key + '"' : key;
    return entries.isEmpty()
        ? name + ": " + (quoted ? inQuotes(inLine()) : inLine())
        : name
            + ": "
            + entries.stream()
                .map(entry -> entry.inFlow(quoted))
                .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String inQuotes(String value) {
    boolean isJson =
        value.startsWith("\"")
            || value.startsWith("[")
            || ScalarKind.ofPlain(value) == ScalarKind.INTEGER
            || ScalarKind.ofPlain(value) == ScalarKind.BOOLEAN;
    return isJson ? value : '"' + value + '"';
  }
}
