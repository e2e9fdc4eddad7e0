package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.source.TextEdit.Item;
import java.util.List;
import java.util.Optional;

/** Takes an entry out of a mapping that has others, or an item out of a sequence. */
final class Removal {

  private final Source source;
  private final List<SourceRange> all;
  private final int index;

  /**
   * @param all all that the mapping or sequence holds
   * @param index which of them goes
   */
  private Removal(List<SourceRange> all, int index) {
    this.source = all.get(index).source();
    this.all = all;
    this.index = index;
  }

  /** The edit; empty if the entry shares a line with others or has an anchor. */
  static Optional<TextEdit> of(YamlEntry entry, YamlMapping mapping) {
    List<YamlEntry> entries = List.copyOf(mapping.written());
    return mapping.isAlias()
        ? Optional.empty()
        : of(
            entries.stream().map(YamlEntry::range).toList(),
            entries.indexOf(entry),
            mapping.isFlow());
  }

  /** The edit; empty if the item shares a line with others or has an anchor. */
  static Optional<TextEdit> of(YamlNode item, YamlSequence sequence) {
    return Items.of(sequence)
        .flatMap(items -> of(items, sequence.items().indexOf(item), sequence.isFlow()))
        .map(edit -> edit.takingOut(new Item(sequence.range(), sequence.items().size())));
  }

  private static Optional<TextEdit> of(List<SourceRange> all, int index, boolean isFlow) {
    if (all.get(index).text().contains("&")) {
      return Optional.empty();
    }
    Removal removal = new Removal(all, index);
    return isFlow ? Optional.of(removal.fromFlow()) : removal.fromBlock();
  }

  private TextEdit fromFlow() {
    return index == 0
        ? source.range(all.get(0).start(), all.get(1).start()).delete()
        : source.range(all.get(index - 1).end(), all.get(index).end()).delete();
  }

  private Optional<TextEdit> fromBlock() {
    int key = all.get(index).start();
    int column = Lines.column(source, key);
    int start = Lines.start(source, key);
    if (!source.text().substring(start, key).isBlank()) {
      return Optional.empty();
    }
    int end = Lines.next(source, Lines.endOfEntry(source, all.get(index).end(), column));
    return Optional.of(withoutGap(withComments(start, column), end));
  }

  private int withComments(int start, int column) {
    return isSectionTitle(column) ? start : aboveComments(start, column);
  }

  /** A comment above the first of several entries may speak of all of them. */
  private boolean isSectionTitle(int column) {
    if (index > 0 || column == 0) {
      return false;
    }
    int second = Lines.start(source, all.get(1).start());
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
