package io.github.dockeraudit.declarative;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Sequence;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Services by what they are set to after merging, extending and interpolation.
 *
 * @param paths what has to be where, by a path such as {@code deploy.resources.limits.memory}
 */
record ServiceMatcher(Map<String, Condition> paths) implements Matcher {

  static final String KEY = "service";

  static ServiceMatcher read(YamlNode node) {
    Map<String, Condition> paths = new LinkedHashMap<>();
    for (YamlEntry entry : Nodes.mapping(node, KEY, "privileged").entries()) {
      String path = entry.key().value();
      paths.put(path, Condition.read(entry.value(), path));
    }
    return new ServiceMatcher(paths);
  }

  @Override
  public Matcher with(OwnOptions options) {
    return new ServiceMatcher(Condition.with(options, paths));
  }

  @Override
  public List<String> names() {
    return List.of(KEY);
  }

  @Override
  public Stream<Match> in(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> match(service).stream());
  }

  private Optional<Match> match(Service service) {
    Located where = service;
    for (Map.Entry<String, Condition> path : paths.entrySet()) {
      Optional<Node> node = at(path.getKey(), service.body());
      if (node.isEmpty() && !path.getValue().holdsForNothing()) {
        return Optional.empty();
      }
      if (node.isPresent()) {
        Optional<Node> item = holding(path.getValue(), node.get());
        if (item.isEmpty()) {
          return Optional.empty();
        }
        where = item.get();
      }
    }
    boolean isLiteral = where instanceof Scalar scalar && scalar.interpolations().isEmpty();
    return Optional.of(new Match(where, isLiteral, Map.of(KEY, service.name())));
  }

  private static Optional<Node> at(String path, Mapping body) {
    Optional<Node> at = Optional.of(body);
    for (String key : path.split("\\.")) {
      at = at.flatMap(Node::asMapping).flatMap(mapping -> mapping.get(key));
    }
    return at.filter(node -> !node.isNull());
  }

  /**
   * The value, or the first item of a list, that a condition holds for; for none of it, the list.
   */
  private static Optional<Node> holding(Condition condition, Node node) {
    if (condition.kind() == Condition.Kind.PRESENT) {
      return Optional.of(node);
    }
    List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
    if (condition.kind() == Condition.Kind.NONE_OF) {
      return items.stream().allMatch(item -> condition.holdsFor(value(item)))
          ? Optional.of(node)
          : Optional.empty();
    }
    return items.stream().filter(item -> condition.holdsFor(value(item))).findFirst();
  }

  private static Optional<String> value(Node node) {
    return node.asScalar().flatMap(Scalar::value);
  }
}
