package io.github.dockeraudit.compose;

import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the nodes of one file into nodes of the model, filling in variables. */
final class TreeBuilder {

  Node build(YamlNode node) {
    if (node instanceof YamlMapping) {
      return mapping((YamlMapping) node);
    }
    if (node instanceof YamlSequence) {
      List<Node> items = ((YamlSequence) node).items().stream().map(this::build).toList();
      return new Sequence(node.range(), node.site(), items);
    }
    YamlScalar scalar = (YamlScalar) node;
    return new Scalar(scalar.range(), scalar.site(), scalar.text(), scalar.kind(), List.of());
  }

  private Mapping mapping(YamlMapping node) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (YamlEntry entry : node.entries()) {
      Key key = new Key(entry.key().range(), entry.key().value());
      entries.put(key.name(), new Entry(key, build(entry.value())));
    }
    return new Mapping(node.range(), node.site(), entries);
  }
}
