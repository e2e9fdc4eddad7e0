package io.github.dockeraudit.compose;

import io.github.dockeraudit.yaml.ScalarKind;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the nodes of one file into nodes of the model, filling in variables. */
final class TreeBuilder {

  private final Interpolator interpolator;
  private final Problems problems;

  TreeBuilder(Environment environment, Problems problems) {
    this.interpolator = new Interpolator(environment, problems);
    this.problems = problems;
  }

  Node build(YamlNode node) {
    if (node instanceof YamlMapping) {
      return mapping((YamlMapping) node);
    }
    if (node instanceof YamlSequence) {
      return sequence((YamlSequence) node);
    }
    return interpolator.fill((YamlScalar) node, tagOf(node));
  }

  private Mapping mapping(YamlMapping node) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (YamlEntry entry : node.entries()) {
      YamlScalar key = entry.key();
      if (key.kind() != ScalarKind.STRING) {
        problems.report(
            key.site(), "Key %s is no string; put it in quotes".formatted(key.range().text()));
      }
      entries.put(key.value(), new Entry(new Key(key.range(), key.value()), build(entry.value())));
    }
    return new Mapping(node.range(), node.site(), tagOf(node), entries);
  }

  private Sequence sequence(YamlSequence node) {
    List<Node> items = new ArrayList<>(node.items().size());
    for (YamlNode item : node.items()) {
      if (tagOf(item) != MergeTag.RESET) {
        items.add(build(item));
      }
    }
    return new Sequence(node.range(), node.site(), tagOf(node), items);
  }

  private static MergeTag tagOf(YamlNode node) {
    if (node.hasTag("!reset")) {
      return MergeTag.RESET;
    }
    return node.hasTag("!override") ? MergeTag.OVERRIDE : MergeTag.NONE;
  }
}
