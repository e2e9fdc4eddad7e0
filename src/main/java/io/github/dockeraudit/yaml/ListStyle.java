package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How lists are written where a new one is to come. */
final class ListStyle {

  /** After so many entries the style is known, however large the file is. */
  private static final int MOST_ENTRIES = 1_000;

  private final List<YamlEntry> blocks = new ArrayList<>();
  private int flows;
  private int seen;

  private ListStyle() {}

  /**
   * By how many columns the dashes of a list are indented below its key: as in the same mapping, or
   * else anywhere in the document. Empty if lists stand in brackets there.
   */
  static OptionalInt dash(YamlMapping mapping, YamlNode root) {
    ListStyle near = new ListStyle();
    mapping.written().forEach(near::count);
    if (!near.blocks.isEmpty()) {
      return near.dash();
    }
    ListStyle far = new ListStyle();
    far.walk(root);
    return far.blocks.size() > far.flows ? far.dash() : OptionalInt.empty();
  }

  private void walk(YamlNode node) {
    if (node instanceof YamlMapping mapping && !node.isAlias()) {
      for (YamlEntry entry : mapping.written()) {
        if (seen == MOST_ENTRIES) {
          return;
        }
        seen++;
        count(entry);
        walk(entry.value());
      }
    }
  }

  private void count(YamlEntry entry) {
    if (entry.value() instanceof YamlSequence sequence && !sequence.isAlias()) {
      if (sequence.isFlow()) {
        flows++;
      } else if (!sequence.items().isEmpty()) {
        blocks.add(entry);
      }
    }
  }

  private OptionalInt dash() {
    YamlEntry entry = blocks.get(0);
    Source source = entry.range().source();
    int line = Lines.start(source, ((YamlSequence) entry.value()).items().get(0).range().start());
    int dash = line;
    while (source.text().charAt(dash) == ' ') {
      dash++;
    }
    int indent = dash - line - Lines.column(source, entry.key().range().start());
    return source.text().charAt(dash) == '-' && indent >= 0
        ? OptionalInt.of(indent)
        : OptionalInt.empty();
  }
}
