package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Shape.MappingShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges one tree over another by the rules of the compose specification. */
final class Merger {

  /** Most entries and items that the merging of one deployment may come to. */
  private static final int MOST_MERGED = 1_000_000;

  private static final Attribute WHOLE = Attribute.of(Specification.PROJECT);

  private final Problems problems;
  private long merged;

  Merger(Problems problems) {
    this.problems = problems;
  }

  /** A whole file over what was read before it. */
  Mapping mergeFiles(Mapping base, Mapping over) {
    return (Mapping) merge(base, over, WHOLE);
  }

  /** A service, volume or the like over the one of the same name. */
  Node mergeDeclared(Node base, Node over, Attribute attribute) {
    return isTooMuch(base, over) ? over : merge(withoutResets(base), over, attribute);
  }

  /**
   * Whether more has been merged than any project needs; counts all of a tree that is about to be
   * merged, as many services that use a large one could fill any memory.
   */
  boolean isTooMuch(Node tree, Node place) {
    return isExhausted() || isTooMuch(weightOf(tree), place);
  }

  /** The same for a number of values that are about to be copied. */
  boolean isTooMuch(long values, Node place) {
    boolean wasTooMuch = isExhausted();
    merged += values;
    if (isExhausted() && !wasTooMuch) {
      problems.report(
          place, "Merging comes to more than %s values; merge less".formatted(MOST_MERGED));
    }
    return isExhausted();
  }

  /** Whether nothing is merged any more, which has been reported. */
  boolean isExhausted() {
    return merged > MOST_MERGED;
  }

  private static long weightOf(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream().mapToLong(entry -> 1 + weightOf(entry.value())).sum();
    }
    return node instanceof Sequence sequence
        ? sequence.items().stream().mapToLong(Merger::weightOf).sum()
        : 1;
  }

  private Node merge(Node base, Node over, Attribute attribute) {
    if (over.tag() == MergeTag.OVERRIDE) {
      return withoutResets(over);
    }
    switch (attribute.merge()) {
      case REPLACE:
        return over;
      case BUILD:
        return over.isNull() ? base : byDefault(asBuild(base), asBuild(over), attribute);
      case VARIABLES:
        return mergeVariables(base, over, attribute);
      case LIST:
        return over.isNull() ? base : byDefault(asList(base), asList(over), attribute);
      case HOSTS:
        return mergeHosts(base, over, attribute);
      case NAMES:
      case DEPENDENCIES:
        return mergeNames(base, over, attribute);
      case LOGGING:
        return sameDriver(base, over) ? byDefault(base, over, attribute) : withoutResets(over);
      case SUBNETS:
        return mergeSubnets(base, over, attribute);
      default:
        return byDefault(base, over, attribute);
    }
  }

  private Node byDefault(Node base, Node over, Attribute attribute) {
    if (over.isNull()) {
      return base;
    }
    if (isTooMuch(sizeOf(base) + sizeOf(over), over)) {
      return over;
    }
    if (base instanceof Mapping && over instanceof Mapping) {
      return mergeMappings((Mapping) base, (Mapping) over, attribute.shape().mapping());
    }
    if (base instanceof Sequence && over instanceof Sequence) {
      return append((Sequence) base, (Sequence) over);
    }
    if (base instanceof Mapping || base instanceof Sequence) {
      String wanted = base instanceof Mapping ? "a mapping" : "a list";
      problems.report(over, "This overrides %s (%s); write one too".formatted(wanted, base.site()));
    }
    return withoutResets(over);
  }

  private static int sizeOf(Node node) {
    if (node instanceof Mapping) {
      return ((Mapping) node).entries().size();
    }
    return node instanceof Sequence ? ((Sequence) node).items().size() : 1;
  }

  private static Sequence append(Sequence base, Sequence over) {
    List<Node> items = new ArrayList<>(base.items());
    items.addAll(over.items());
    return base.with(items);
  }

  private Mapping mergeMappings(Mapping base, Mapping over, MappingShape shape) {
    Map<String, Entry> result = new LinkedHashMap<>();
    base.entries().forEach(entry -> result.put(entry.name(), entry));
    for (Entry entry : over.entries()) {
      Entry old = result.get(entry.name());
      if (entry.value().tag() == MergeTag.RESET) {
        result.remove(entry.name());
      } else if (old == null || old.value().tag() == MergeTag.RESET) {
        result.put(entry.name(), new Entry(entry.key(), withoutResets(entry.value())));
      } else {
        Attribute attribute = attributeOf(shape, entry.name());
        result.put(
            entry.name(), new Entry(old.key(), merge(old.value(), entry.value(), attribute)));
      }
    }
    return base.with(result);
  }

  private static Attribute attributeOf(MappingShape shape, String key) {
    Attribute attribute = shape == null ? null : shape.attribute(key);
    return attribute == null ? Attribute.EXTENSION : attribute;
  }

  private static Node asBuild(Node node) {
    return node instanceof Scalar && !node.isNull() ? single("context", (Scalar) node) : node;
  }

  private static Mapping single(String key, Scalar value) {
    Entry entry = new Entry(new Key(value.range(), key), value);
    return new Mapping(value.range(), value.site(), MergeTag.NONE, Map.of(key, entry));
  }

  private static Node asList(Node node) {
    return node instanceof Scalar && !node.isNull()
        ? new Sequence(node.range(), node.site(), MergeTag.NONE, List.of(node))
        : node;
  }

  /** Two lists stay a list; of two forms comes a mapping, in which a name stands once. */
  private Node mergeVariables(Node base, Node over, Attribute attribute) {
    if (base.getClass() == over.getClass()) {
      return byDefault(base, over, attribute);
    }
    return byDefault(asVariables(base), asVariables(over), attribute);
  }

  private static Node asVariables(Node node) {
    if (!(node instanceof Sequence)) {
      return node;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Node item : ((Sequence) node).items()) {
      if (!(item instanceof Scalar)) {
        return node;
      }
      Variable variable = Variable.of((Scalar) item);
      Node value = variable.value().<Node>map(Node.class::cast).orElse(Scalar.nothing(item.site()));
      entries.put(variable.name(), new Entry(variable.key(), value));
    }
    return new Mapping(node.range(), node.site(), MergeTag.NONE, entries);
  }

  private Node mergeHosts(Node base, Node over, Attribute attribute) {
    if (base.getClass() != over.getClass() || base instanceof Mapping) {
      return byDefault(base, over, attribute);
    }
    Set<String> known = new LinkedHashSet<>();
    List<Node> items = new ArrayList<>();
    for (Node list : List.of(base, over)) {
      for (Node item : list.asSequence().map(Sequence::items).orElse(List.of())) {
        if (known.add(item.toString())) {
          items.add(item);
        }
      }
    }
    return base.asSequence().<Node>map(list -> list.with(items)).orElse(over);
  }

  private Node mergeNames(Node base, Node over, Attribute attribute) {
    if (over.isNull()) {
      return base;
    }
    boolean waits = attribute.merge() == MergeRule.DEPENDENCIES;
    return byDefault(asNames(base, waits), asNames(over, waits), attribute);
  }

  private static Node asNames(Node node, boolean waits) {
    if (!(node instanceof Sequence)) {
      return node;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    ((Sequence) node)
        .scalars()
        .forEachOrdered(
            name -> {
              Node value = waits ? startedCondition(name) : Scalar.nothing(name.site());
              Key key = new Key(name.range(), name.text());
              entries.put(key.name(), new Entry(key, value));
            });
    return new Mapping(node.range(), node.site(), MergeTag.NONE, entries);
  }

  private static Mapping startedCondition(Scalar service) {
    return single("condition", Scalar.implied(service.range(), "service_started"));
  }

  private static boolean sameDriver(Node base, Node over) {
    Optional<String> driver = driverOf(base);
    Optional<String> other = driverOf(over);
    return driver.isEmpty() || other.isEmpty() || driver.equals(other);
  }

  private static Optional<String> driverOf(Node logging) {
    return logging.asMapping().flatMap(mapping -> mapping.scalar("driver")).map(Scalar::text);
  }

  private Node mergeSubnets(Node base, Node over, Attribute attribute) {
    if (!(base instanceof Sequence) || !(over instanceof Sequence)) {
      return byDefault(base, over, attribute);
    }
    Map<String, Node> bySubnet = new LinkedHashMap<>();
    for (Node item : append((Sequence) base, (Sequence) over).items()) {
      String subnet =
          item.asMapping()
              .flatMap(mapping -> mapping.scalar("subnet"))
              .map(Scalar::text)
              .orElse(item.site().toString());
      bySubnet.merge(subnet, item, (old, later) -> byDefault(old, later, Attribute.EXTENSION));
    }
    return ((Sequence) base).with(List.copyOf(bySubnet.values()));
  }

  /** The same tree without what is to be reset, which has nothing to be reset in. */
  static Node withoutResets(Node node) {
    if (!(node instanceof Mapping)) {
      return node;
    }
    return ((Mapping) node)
        .mapValues(
            entry -> entry.value().tag() == MergeTag.RESET ? null : withoutResets(entry.value()));
  }

  /** The same tree with the items of each list taken away that a later one takes the place of. */
  static Mapping withoutRepeats(Mapping root) {
    return (Mapping) withoutRepeats(root, WHOLE);
  }

  private static Node withoutRepeats(Node node, Attribute attribute) {
    if (node instanceof Sequence && attribute.itemKey() != ItemKey.NONE) {
      return withoutRepeats((Sequence) node, attribute.itemKey());
    }
    MappingShape shape = attribute.shape().mapping();
    if (!(node instanceof Mapping) || shape == null) {
      return node;
    }
    return ((Mapping) node)
        .mapValues(entry -> withoutRepeats(entry.value(), attributeOf(shape, entry.name())));
  }

  private static Sequence withoutRepeats(Sequence list, ItemKey itemKey) {
    if (list.items().size() < 2) {
      return list;
    }
    Map<String, Node> byKey = new LinkedHashMap<>();
    list.items().forEach(item -> byKey.put(itemKey.of(item), item));
    return byKey.size() == list.items().size() ? list : list.with(List.copyOf(byKey.values()));
  }
}
