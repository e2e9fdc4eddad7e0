package io.github.dockeraudit.declarative;

import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a value has to be: one of some texts, in which a star stands for any text; none of them; or
 * there at all, or not.
 *
 * @param texts the texts
 * @param kind what it has to do with them
 */
record Condition(List<String> texts, Kind kind) {

  static final String NOT = "not";
  static final String MISSING = "missing";

  enum Kind {
    ONE_OF,
    NONE_OF,
    PRESENT,
    ABSENT
  }

  /**
   * Reads a condition: a text, a list of texts, or a mapping with {@code not} or {@code missing}.
   */
  static Condition read(YamlNode node, String what) {
    if (!(node instanceof YamlMapping mapping)) {
      return new Condition(Nodes.texts(node, what), Kind.ONE_OF);
    }
    Nodes.refuseUnknown(mapping, "condition", List.of(NOT, MISSING));
    if (mapping.entries().size() != 1) {
      throw Nodes.wrong(mapping.site(), what + " has no single condition", "give one");
    }
    Optional<YamlNode> not = mapping.get(NOT);
    if (not.isPresent()) {
      return new Condition(Nodes.texts(not.get(), NOT), Kind.NONE_OF);
    }
    YamlNode missing = Nodes.required(mapping, MISSING);
    return new Condition(List.of(), Nodes.flag(missing, MISSING) ? Kind.ABSENT : Kind.PRESENT);
  }

  /** This condition where its options hold something. */
  Condition with(OwnOptions options) {
    return new Condition(options.in(texts), kind);
  }

  /** Those conditions where their options hold something. */
  static Map<String, Condition> with(OwnOptions options, Map<String, Condition> conditions) {
    Map<String, Condition> filled = new LinkedHashMap<>();
    conditions.forEach((name, condition) -> filled.put(name, condition.with(options)));
    return filled;
  }

  /** Whether it holds for what is not there. */
  boolean holdsForNothing() {
    return kind == Kind.ABSENT;
  }

  /**
   * Whether it holds for what is there.
   *
   * @param value empty if only a build or a run can know it, for which nothing but its being there
   *     is true
   */
  boolean holdsFor(Optional<String> value) {
    return switch (kind) {
      case PRESENT -> true;
      case ABSENT -> false;
      case ONE_OF -> value.filter(this::isOneOf).isPresent();
      case NONE_OF -> value.isPresent() && value.filter(this::isOneOf).isEmpty();
    };
  }

  private boolean isOneOf(String value) {
    return texts.stream().anyMatch(text -> matches(text, value));
  }

  /** From left to right, as a star never needs to take more than it has to. */
  private static boolean matches(String pattern, String value) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return value.equals(pattern);
    }
    String last = parts[parts.length - 1];
    if (!value.startsWith(parts[0])
        || !value.endsWith(last)
        || value.length() < parts[0].length() + last.length()) {
      return false;
    }
    int from = parts[0].length();
    int end = value.length() - last.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int at = value.indexOf(parts[i], from);
      if (at < 0 || at + parts[i].length() > end) {
        return false;
      }
      from = at + parts[i].length();
    }
    return true;
  }
}
