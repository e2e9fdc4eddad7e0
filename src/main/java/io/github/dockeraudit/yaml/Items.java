package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the items of a sequence stand, each with its dash. */
final class Items {

  private Items() {}

  /** From the dash to the end of each item; empty if one has no dash below those of the others. */
  static Optional<List<SourceRange>> of(YamlSequence sequence) {
    if (sequence.isAlias()) {
      return Optional.empty();
    }
    Source source = sequence.range().source();
    int column = Lines.column(source, sequence.range().start());
    List<SourceRange> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      int start = item.site().start();
      if (!sequence.isFlow()) {
        start = Lines.start(source, start) + column;
        if (start >= item.site().start() || source.text().charAt(start) != '-') {
          return Optional.empty();
        }
      }
      items.add(source.range(start, item.site().end()));
    }
    return Optional.of(items);
  }
}
