package io.github.dockeraudit.yaml;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry that is to be written into a mapping.
 *
 * @param key the key
 * @param value the value as YAML on one line; empty if it is a mapping
 * @param entries the entries of a value that is a mapping
 */
public record NewEntry(String key, String value, List<NewEntry> entries) {

  public NewEntry {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
    entries = List.copyOf(entries);
  }

  /** An entry with a scalar or a sequence in brackets. */
  public static NewEntry of(String key, String value) {
    return new NewEntry(key, value, List.of());
  }

  /** An entry whose value is a mapping. */
  public static NewEntry of(String key, List<NewEntry> entries) {
    return new NewEntry(key, "", entries);
  }

  /**
   * The entry as a block, line by line.
   *
   * @param step by how many columns each level is indented
   */
  Stream<String> lines(int step) {
    return entries.isEmpty()
        ? Stream.of(key + ": " + value)
        : Stream.concat(
            Stream.of(key + ":"),
            entries.stream()
                .flatMap(entry -> entry.lines(step))
                .map(line -> " ".repeat(step) + line));
  }

  /**
   * The entry as it stands between braces.
   *
   * @param quoted whether strings are put in quotes, as in JSON
   */
  String inFlow(boolean quoted) {
    String name = quoted ? '"' + key + '"' : key;
    return entries.isEmpty()
        ? name + ": " + (quoted ? inQuotes(value) : value)
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
