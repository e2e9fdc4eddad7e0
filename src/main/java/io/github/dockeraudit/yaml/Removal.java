package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;

/** Takes an entry out of a mapping that has others. */
final class Removal {

  private final Source source;
  private final YamlEntry entry;
  private final YamlMapping mapping;

  private Removal(YamlEntry entry, YamlMapping mapping) {
    this.source = entry.key().range().source();
    this.entry = entry;
    this.mapping = mapping;
  }

  /** The edit; empty if the entry shares a line with others or has an anchor. */
  static Optional<TextEdit> of(YamlEntry entry, YamlMapping mapping) {
    Removal removal = new Removal(entry, mapping);
    if (mapping.isAlias() || entry.range().text().contains("&")) {
      return Optional.empty();
    }
    return mapping.isFlow() ? Optional.of(removal.fromFlow()) : removal.fromBlock();
  }

  private TextEdit fromFlow() {
    List<YamlEntry> all = List.copyOf(mapping.written());
    int index = all.indexOf(entry);
    return index == 0
        ? source.range(entry.range().start(), all.get(1).range().start()).delete()
        : source.range(all.get(index - 1).range().end(), entry.range().end()).delete();
  }

  private Optional<TextEdit> fromBlock() {
    int key = entry.key().range().start();
    int column = Lines.column(source, key);
    int start = Lines.start(source, key);
    if (!source.text().substring(start, key).isBlank()) {
      return Optional.empty();
    }
    int end = Lines.next(source, Lines.endOfEntry(source, entry.range().end(), column));
    return Optional.of(withoutGap(withComments(start, column), end));
  }

  private int withComments(int start, int column) {
    return isSectionTitle(column) ? start : aboveComments(start, column);
  }

  /** A comment above the first of several entries may speak of all of them. */
  private boolean isSectionTitle(int column) {
    List<YamlEntry> all = List.copyOf(mapping.written());
    if (all.indexOf(entry) > 0 || column == 0) {
      return false;
    }
    int second = Lines.start(source, all.get(1).key().range().start());
    return aboveComments(second, column) == second;
  }

  private int aboveComments(int start, int column) {
    int top = start;
    while (top > 0) {
      int above = Lines.start(source, top - 1);
      if (Lines.commentColumn(source, above) != column) {
        break;
      }
      top = above;
    }
    return top;
  }

  /** Of blank lines before and after, those before go too; of those after, at the very top. */
  private TextEdit withoutGap(int from, int after) {
    int start = from;
    int to = after;
    while (start == 0 && to < source.text().length() && Lines.isBlank(source, to)) {
      to = Lines.next(source, to);
    }
    boolean isLast = to == source.text().length();
    while (start > 0
        && Lines.isBlank(source, Lines.start(source, start - 1))
        && (isLast || Lines.isBlank(source, to))) {
      start = Lines.start(source, start - 1);
    }
    if (isLast && start > 0 && !source.text().endsWith("\n")) {
      start = Lines.end(source, Lines.start(source, start - 1));
    }
    return source.range(start, to).delete();
  }
}
