package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads manifests in JSON or YAML, of which JSON is a part. */
final class Json {

  private Json() {}

  /** The object that a file holds. */
  static YamlMapping read(Source source) throws ObstacleException {
    return object(source, source.text());
  }

  /** As {@link #read}; in JSON a tab is only white space, which YAML does not have everywhere. */
  static YamlMapping readJson(Source source) throws ObstacleException {
    return object(source, source.text().replace('\t', ' '));
  }

  private static YamlMapping object(Source source, String text) throws ObstacleException {
    Yaml yaml = Yaml.parse(Source.of(source.path(), text));
    if (yaml.problems().isEmpty() && yaml.root().orElse(null) instanceof YamlMapping mapping) {
      return mapping;
    }
    throw new ObstacleException("'%s' cannot be read".formatted(source.path()));
  }

  /** The object at a path of keys; empty if there is none. */
  static Optional<YamlMapping> object(YamlMapping mapping, String... keys) {
    Optional<YamlMapping> found = Optional.of(mapping);
    for (String key : keys) {
      found =
          found
              .flatMap(inner -> inner.get(key))
              .filter(YamlMapping.class::isInstance)
              .map(YamlMapping.class::cast);
    }
    return found;
  }

  /** The strings of an object by key; what is no string is left out. */
  static Map<String, String> strings(YamlMapping mapping, String... keys) {
    Map<String, String> strings = new TreeMap<>();
    object(mapping, keys).stream()
        .flatMap(object -> object.entries().stream())
        .filter(entry -> entry.value() instanceof YamlScalar)
        .forEachOrdered(entry -> strings.put(entry.key().value(), entry.value().toString()));
    return strings;
  }

  /** The strings of a list. */
  static List<String> list(Optional<YamlNode> node) {
    return node.stream()
        .flatMap(list -> list instanceof YamlSequence items ? items.items().stream() : Stream.of())
        .filter(YamlScalar.class::isInstance)
        .map(YamlNode::toString)
        .toList();
  }

  /** Whether a key has the value {@code true}. */
  static boolean isTrue(YamlMapping mapping, String key) {
    return mapping.get(key).filter(value -> value.toString().equals("true")).isPresent();
  }
}
