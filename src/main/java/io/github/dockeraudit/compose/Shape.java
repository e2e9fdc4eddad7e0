package io.github.dockeraudit.compose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may stand at one place of a compose file: scalars of some types, a list, a mapping, or any
 * of these.
 *
 * @param scalars the types of scalar
 * @param words the only strings that are allowed; empty if {@code scalars} says it all
 * @param list the list that is allowed; null if none is
 * @param mapping the mapping that is allowed; null if none is
 */
record Shape(Set<ScalarType> scalars, List<String> words, ListShape list, MappingShape mapping) {

  /** Anything at all, of which nothing is known. */
  static final Shape ANY = new Shape(EnumSet.of(ScalarType.ANY), List.of(), null, null);

  /**
   * A list.
   *
   * @param item what its items are
   * @param distinct whether no item may be there twice
   */
  record ListShape(Shape item, boolean distinct) {}

  /**
   * A mapping.
   *
   * @param attributes the known keys; empty if every key is allowed
   * @param other what stands under a key that is not among the attributes; null if none is allowed
   * @param named whether keys must be names like {@code web-1}
   * @param extensible whether keys that begin with {@code x-} are allowed in any case
   */
  record MappingShape(
      Map<String, Attribute> attributes, Attribute other, boolean named, boolean extensible) {

    /** What stands under a key; null if the key is not allowed. */
    Attribute attribute(String key) {
      Attribute known = attributes.get(key);
      if (known != null) {
        return known;
      }
      return extensible && key.startsWith("x-") ? Attribute.EXTENSION : other;
    }
  }

  /** Whether a scalar may stand here. */
  boolean accepts(Scalar scalar) {
    for (ScalarType type : scalars) {
      if (type.accepts(scalar)) {
        return true;
      }
    }
    return words.contains(scalar.text());
  }

  boolean isAny() {
    return scalars.contains(ScalarType.ANY);
  }

  /** Either this or the other. */
  Shape or(Shape other) {
    Set<ScalarType> bothScalars = EnumSet.noneOf(ScalarType.class);
    bothScalars.addAll(scalars);
    bothScalars.addAll(other.scalars);
    List<String> bothWords = new ArrayList<>(words);
    bothWords.addAll(other.words);
    return new Shape(
        bothScalars,
        List.copyOf(bothWords),
        list != null ? list : other.list,
        mapping != null ? mapping : other.mapping);
  }

  static Shape of(ScalarType type) {
    return new Shape(EnumSet.of(type), List.of(), null, null);
  }

  static Shape ofWord(String word) {
    return new Shape(EnumSet.noneOf(ScalarType.class), List.of(word), null, null);
  }

  static Shape ofList(Shape item, boolean distinct) {
    return new Shape(
        EnumSet.noneOf(ScalarType.class), List.of(), new ListShape(item, distinct), null);
  }

  /** A mapping from any key. */
  static Shape ofValues(Shape value, boolean named) {
    MappingShape mapping = new MappingShape(Map.of(), Attribute.of(value), named, false);
    return new Shape(EnumSet.noneOf(ScalarType.class), List.of(), null, mapping);
  }

  /** A mapping with known keys. */
  static Shape ofObject(List<Attribute> attributes, boolean extensible) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    attributes.forEach(attribute -> byName.put(attribute.name(), attribute));
    MappingShape mapping = new MappingShape(byName, null, false, extensible);
    return new Shape(EnumSet.noneOf(ScalarType.class), List.of(), null, mapping);
  }

  /** What is allowed, in words: {@code a string or a list}. */
  String phrase() {
    List<String> kinds = new ArrayList<>();
    scalars.stream()
        .filter(type -> type != ScalarType.NULL)
        .map(ScalarType::phrase)
        .forEachOrdered(kinds::add);
    words.forEach(word -> kinds.add("'" + word + "'"));
    if (list != null) {
      kinds.add("a list");
    }
    if (mapping != null) {
      kinds.add("a mapping");
    }
    return joined(kinds);
  }

  private static String joined(List<String> kinds) {
    int last = kinds.size() - 1;
    return last < 1
        ? String.join("", kinds)
        : String.join(", ", kinds.subList(0, last)) + " or " + kinds.get(last);
  }
}
