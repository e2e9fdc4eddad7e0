package io.github.dockeraudit.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options that a user set for one rule, by name. What was not set is asked for with the default
 * to use instead.
 */
public final class Options {

  private final Map<String, List<String>> values;

  private Options(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The options with the texts that a user wrote for them; one text for all but lists. */
  public static Options of(Map<String, List<String>> values) {
    Map<String, List<String>> copy = new TreeMap<>();
    values.forEach((name, value) -> copy.put(name, List.copyOf(value)));
    return new Options(copy);
  }

  /** The names that were set, sorted. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** The texts of a list option. */
  public List<String> list(String name, List<String> byDefault) {
    return values.getOrDefault(name, byDefault);
  }

  /** The text of an option. */
  public String text(String name, String byDefault) {
    return values.containsKey(name) ? String.join(",", values.get(name)) : byDefault;
  }

  /**
   * The text of an option that is one of a few words.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public String oneOf(String name, String byDefault, List<String> words) {
    String text = text(name, byDefault).strip();
    if (!words.contains(text)) {
      throw new IllegalArgumentException(
          "option %s takes %s, not '%s'".formatted(name, String.join(" or ", words), text));
    }
    return text;
  }

  /**
   * The number of an option.
   *
   * @throws IllegalArgumentException if it is not a whole number
   */
  public int number(String name, int byDefault) {
    if (!values.containsKey(name)) {
      return byDefault;
    }
    String text = text(name, "");
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "option %s takes a whole number, not '%s'".formatted(name, text), notANumber);
    }
  }

  /**
   * Whether an option is on.
   *
   * @throws IllegalArgumentException if it is neither {@code true} nor {@code false}
   */
  public boolean flag(String name, boolean byDefault) {
    if (!values.containsKey(name)) {
      return byDefault;
    }
    return switch (text(name, "").strip()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "option %s takes true or false, not '%s'".formatted(name, text(name, "")));
    };
  }
}
