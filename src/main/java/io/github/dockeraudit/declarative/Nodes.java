package io.github.dockeraudit.declarative;

import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.Suggestion;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.List;

/** Reads nodes of a file that has to have a form, and tells at line and column where it has not. */
public final class Nodes {

  private Nodes() {}

  /**
   * A node that must be a mapping.
   *
   * @param what what messages call it
   * @param key a key that it may have, as an example
   */
  public static YamlMapping mapping(YamlNode node, String what, String key) {
    if (node instanceof YamlMapping mapping) {
      return mapping;
    }
    throw wrong(
        node.site(), "%s has no keys".formatted(what), "write it as '%s: ...'".formatted(key));
  }

  /** Refuses a file that is not YAML, and says where that shows first. */
  public static void refuseProblems(Yaml yaml) {
    yaml.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw AuditException.saying(problem.range() + ": " + problem.message());
            });
  }

  /** The items of a node that must be a sequence. */
  public static List<YamlNode> sequence(YamlNode node, String what) {
    if (node instanceof YamlSequence sequence) {
      return sequence.items();
    }
    throw wrong(node.site(), what + " is no list", "write each item on a line, after '- '");
  }

  /** The text of a node that must be one. */
  public static String text(YamlNode node, String what) {
    if (node instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar.value();
    }
    throw wrong(
        node.site(),
        "%s has %s"
            .formatted(what, node instanceof YamlScalar ? "no value" : "more than one value"),
        "give one");
  }

  /** One text, or those of a list. */
  public static List<String> texts(YamlNode node, String what) {
    return node instanceof YamlSequence sequence
        ? sequence.items().stream().map(item -> text(item, what)).toList()
        : List.of(text(node, what));
  }

  /** A node that must be {@code true} or {@code false}. */
  public static boolean flag(YamlNode node, String what) {
    return switch (text(node, what)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw wrong(
              node.site(), "%s is '%s'".formatted(what, text(node, what)), "give true or false");
    };
  }

  /** The text of a key that must be there. */
  public static String requiredText(YamlMapping mapping, String key) {
    return text(required(mapping, key), key);
  }

  /** The value of a key that must be there. */
  public static YamlNode required(YamlMapping mapping, String key) {
    return mapping
        .get(key)
        .orElseThrow(
            () -> wrong(start(mapping), "has no '%s'".formatted(key), "add '%s:'".formatted(key)));
  }

  /** The first key stands for a mapping that goes over many lines. */
  private static SourceRange start(YamlMapping mapping) {
    return mapping.written().stream()
        .findFirst()
        .map(entry -> entry.key().range())
        .orElse(mapping.site());
  }

  /**
   * Holds a mapping to some keys.
   *
   * @param what what messages call a key
   */
  public static void refuseUnknown(YamlMapping mapping, String what, List<String> known) {
    for (YamlEntry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!known.contains(key)) {
        throw unknown(entry.key().range(), what, key, known);
      }
    }
  }

  /** That a word is none of those that are known. */
  public static AuditException unknown(
      SourceRange where, String what, String word, List<String> known) {
    return wrong(
        where,
        "there is no %s '%s'".formatted(what, word),
        Suggestion.closest(word, known)
            .map("did you mean '%s'?"::formatted)
            .orElse("give one of " + String.join(", ", known)));
  }

  /** What is wrong at a place of the file. */
  public static AuditException wrong(SourceRange where, String problem, String remedy) {
    return new AuditException(where + ": " + problem, remedy);
  }
}
