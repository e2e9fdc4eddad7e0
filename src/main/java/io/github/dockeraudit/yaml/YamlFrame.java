package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A mapping or sequence whose end has not been reached. */
final class YamlFrame {

  private static final String MERGE = "<<";

  private final boolean mapping;
  private final boolean flow;
  private final int start;
  private final String tag;
  private final String anchor;

  /** The items of a sequence; keys and values of a mapping, by turns. */
  private final List<YamlNode> children = new ArrayList<>();

  private long size = 1;
  private int height;

  YamlFrame(boolean mapping, boolean flow, int start, String tag, String anchor) {
    this.mapping = mapping;
    this.flow = flow;
    this.start = start;
    this.tag = tag;
    this.anchor = anchor;
  }

  /** The anchor's name; null without one. */
  String anchor() {
    return anchor;
  }

  /** How many nodes this is so far, with all that its aliases stand for. */
  long size() {
    return size;
  }

  /** How many levels are below this so far, with those that its aliases stand for. */
  int height() {
    return height;
  }

  void add(YamlNode child, long childSize, int childHeight) {
    children.add(child);
    size += childSize;
    height = Math.max(height, childHeight + 1);
  }

  /**
   * The finished node.
   *
   * @param end where the closing bracket ends; of no meaning for a block, which ends with its last
   *     child
   */
  YamlNode build(Source source, int end, BiConsumer<SourceRange, String> problems) {
    SourceRange range = flow || children.isEmpty() ? source.range(start, end) : block(source);
    if (!mapping) {
      return new YamlSequence(range, tag, range, children, flow);
    }
    Map<String, YamlEntry> own = ownEntries(problems);
    return new YamlMapping(range, tag, range, entries(own, problems), own, flow);
  }

  private SourceRange block(Source source) {
    int end = children.get(children.size() - 1).site().end();
    return source.range(Math.min(start, end), end);
  }

  private static Map<String, YamlEntry> entries(
      Map<String, YamlEntry> own, BiConsumer<SourceRange, String> problems) {
    if (!own.containsKey(MERGE)) {
      return own;
    }
    Map<String, YamlEntry> all = new LinkedHashMap<>();
    own.forEach(
        (name, entry) -> {
          if (name.equals(MERGE)) {
            merge(entry.value(), own, all, problems);
          } else {
            all.put(name, entry);
          }
        });
    return all;
  }

  private Map<String, YamlEntry> ownEntries(BiConsumer<SourceRange, String> problems) {
    Map<String, YamlEntry> own = new LinkedHashMap<>();
    for (int i = 0; i + 1 < children.size(); i += 2) {
      YamlNode key = children.get(i);
      if (!(key instanceof YamlScalar)) {
        problems.accept(key.site(), "A key must be a plain name; write a string here");
        continue;
      }
      YamlScalar name = (YamlScalar) key;
      YamlEntry first = own.get(name.value());
      if (first == null) {
        own.put(name.value(), new YamlEntry(name, children.get(i + 1), null));
      } else {
        problems.accept(
            name.site(),
            "Key '%s' is already defined in line %s; keep one of the two"
                .formatted(name.value(), first.key().site().from().line()));
      }
    }
    return own;
  }

  /** Of several merged mappings the earlier one wins, and an own key over them all. */
  private static void merge(
      YamlNode value,
      Map<String, YamlEntry> own,
      Map<String, YamlEntry> all,
      BiConsumer<SourceRange, String> problems) {
    List<YamlNode> merged =
        value instanceof YamlSequence ? ((YamlSequence) value).items() : List.of(value);
    for (YamlNode node : merged) {
      if (node instanceof YamlMapping) {
        for (YamlEntry entry : ((YamlMapping) node).entries()) {
          String name = entry.key().value();
          if (!own.containsKey(name)) {
            all.putIfAbsent(name, entry.mergedAt(node.site()));
          }
        }
      } else {
        problems.accept(node.site(), "<< merges mappings only; give an alias of a mapping");
      }
    }
  }
}
