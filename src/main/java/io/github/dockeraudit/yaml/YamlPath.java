package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way from the root of a document to a node, and how the node can be edited without a change to
 * anything else: comments, anchors, order, indentation and line endings stay.
 *
 * <p>Where a node stands by an alias, or its entry by a merge key, there is no way to it: an edit
 * there would be one for all who use the anchor.
 */
public final class YamlPath {

  /** By how many columns people indent where a file does not show it. */
  private static final int USUAL_STEP = 2;

  /** The mappings passed, the root first, each with the entry of the next one. */
  private final List<YamlMapping> mappings;

  private final List<YamlEntry> entries;
  private final YamlNode node;

  private YamlPath(List<YamlMapping> mappings, List<YamlEntry> entries, YamlNode node) {
    this.mappings = List.copyOf(mappings);
    this.entries = List.copyOf(entries);
    this.node = node;
  }

  /** The way to a place below a root; empty if the root does not hold it. */
  static Optional<YamlPath> to(SourceRange place, YamlNode root) {
    if (!root.range().contains(place)) {
      return Optional.empty();
    }
    List<YamlMapping> mappings = new ArrayList<>();
    List<YamlEntry> entries = new ArrayList<>();
    YamlNode at = root;
    for (Optional<YamlNode> next = Optional.of(root); next.isPresent(); ) {
      at = next.get();
      next = Optional.empty();
      if (at.range().equals(place)) {
        break;
      }
      if (at instanceof YamlMapping mapping) {
        Optional<YamlEntry> entry = holding(place, mapping);
        entry.ifPresent(found -> mappings.add(mapping));
        entry.ifPresent(entries::add);
        next = entry.map(YamlEntry::value);
        if (entry.filter(found -> found.key().range().contains(place)).isPresent()) {
          return Optional.of(new YamlPath(mappings, entries, entry.get().value()));
        }
      } else if (at instanceof YamlSequence sequence) {
        next = sequence.items().stream().filter(item -> holds(item, place)).findFirst();
      }
    }
    return Optional.of(new YamlPath(mappings, entries, at));
  }

  private static Optional<YamlEntry> holding(SourceRange place, YamlMapping mapping) {
    return mapping.written().stream()
        .filter(entry -> entry.key().range().contains(place) || holds(entry.value(), place))
        .findFirst();
  }

  private static boolean holds(YamlNode node, SourceRange place) {
    return !node.isAlias() && node.range().contains(place);
  }

  /** The node at the end of the way. */
  public YamlNode node() {
    return node;
  }

  /** The entry whose value the node is or lies in; empty for the root. */
  public Optional<YamlEntry> entry() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
  }

  /** The way to the value of the entry that the node is or lies in; this way for the root. */
  public YamlPath toEntry() {
    return entry().map(last -> new YamlPath(mappings, entries, last.value())).orElse(this);
  }

  /** The way to the mapping that holds the entry; empty for the root. */
  public Optional<YamlPath> up() {
    int last = entries.size() - 1;
    return last < 0
        ? Optional.empty()
        : Optional.of(
            new YamlPath(mappings.subList(0, last), entries.subList(0, last), mappings.get(last)));
  }

  /** The mapping that holds the entry; empty for the root. */
  public Optional<YamlMapping> parent() {
    return mappings.isEmpty() ? Optional.empty() : Optional.of(mappings.get(mappings.size() - 1));
  }

  /** The way to the value of a key of this mapping; empty if no entry of that key stands in it. */
  public Optional<YamlPath> into(String key) {
    if (!(node instanceof YamlMapping mapping) || node.isAlias()) {
      return Optional.empty();
    }
    return mapping.writtenEntry(key).map(entry -> extended(mapping, entry));
  }

  private YamlPath extended(YamlMapping mapping, YamlEntry entry) {
    List<YamlMapping> longerMappings = new ArrayList<>(mappings);
    List<YamlEntry> longerEntries = new ArrayList<>(entries);
    longerMappings.add(mapping);
    longerEntries.add(entry);
    return new YamlPath(longerMappings, longerEntries, entry.value());
  }

  /** Whether the node has an anchor, so that others may use it by an alias. */
  public boolean isAnchored() {
    return entry()
        .filter(owner -> owner.value() == node && !node.isAlias())
        .map(owner -> textBetween(owner.key(), node).contains("&"))
        .orElse(false);
  }

  private static String textBetween(YamlNode one, YamlNode other) {
    return one.range().source().text().substring(one.range().end(), other.range().start());
  }

  /**
   * Adds entries at the end of this mapping, or to a key that has no value yet, in the style of
   * what is there. Empty if the node is neither, or stands there by an alias.
   */
  public Optional<TextEdit> add(List<NewEntry> added) {
    return new Insertion(step(), root()).into(node, entry(), added);
  }

  /**
   * Takes the entry away with its lines and comments, and the mapping that holds it too if nothing
   * is left in it. Empty if all of the file would go, or an anchor that others may use.
   */
  public Optional<TextEdit> remove() {
    int last = entries.size() - 1;
    while (last > 0 && mappings.get(last).written().size() == 1) {
      last--;
    }
    return last < 0 || mappings.get(last).written().size() == 1
        ? Optional.empty()
        : Removal.of(entries.get(last), mappings.get(last));
  }

  /**
   * Adds an item of plain text behind one that stands on lines of its own. Empty if it does not, or
   * the sequence stands there for others to use.
   *
   * @param place the item, which this is the way to
   */
  public Optional<TextEdit> itemAfter(SourceRange place, String text) {
    Source source = place.source();
    int start = Lines.start(source, place.start());
    String before = source.text().substring(start, place.start());
    boolean isOwnLine = before.strip().equals("-");
    return isOwnLine && !toEntry().isAnchored() && !node.isAlias()
        ? Optional.of(
            source
                .range(place.end(), Lines.end(source, place.end()))
                .insertAfter(source.lineEnding() + before + text))
        : Optional.empty();
  }

  /**
   * Takes this item of a sequence away with its lines and comments, and the entry too if nothing is
   * left in it. Empty if the node is no item, or as {@link #remove} is.
   */
  public Optional<TextEdit> removeItem() {
    return entry()
        .map(YamlEntry::value)
        .filter(value -> value instanceof YamlSequence && !value.isAlias())
        .map(YamlSequence.class::cast)
        .filter(sequence -> sequence.tag().isEmpty() && sequence.items().contains(node))
        .flatMap(
            sequence ->
                sequence.items().size() == 1 ? toEntry().remove() : Removal.of(node, sequence));
  }

  /**
   * Puts what this mapping or sequence holds in another order. Comments above it and behind it go
   * with it, blank lines stay where they are.
   *
   * <p>Empty if a comment may speak of several of them, an alias would come before its anchor, or
   * the node stands there by an alias.
   *
   * @param order the present index of what is to come first, second and so on
   */
  public Optional<TextEdit> reorder(List<Integer> order) {
    if (node instanceof YamlMapping mapping && !node.isAlias()) {
      List<SourceRange> entries = mapping.written().stream().map(YamlEntry::range).toList();
      return Reordering.of(entries, mapping.isFlow(), order);
    }
    return node instanceof YamlSequence sequence
        ? Items.of(sequence).flatMap(items -> Reordering.of(items, sequence.isFlow(), order))
        : Optional.empty();
  }

  /**
   * Makes a mapping of this sequence of names. Empty if it is none, or stands there by an alias or
   * for others to use.
   *
   * @param values what each name is to hold
   */
  public Optional<List<TextEdit>> toMapping(Function<YamlScalar, List<NewEntry>> values) {
    boolean isFree = node instanceof YamlSequence && !node.isAlias() && !isAnchored();
    return entry()
        .filter(owner -> isFree && owner.value() == node && node.tag().isEmpty())
        .flatMap(
            owner ->
                new KeyedSequence((YamlSequence) node, owner, parent().orElseThrow(), step())
                    .toMapping(values));
  }

  /**
   * Makes a mapping of this list of {@code NAME=VALUE}, with the same texts. Empty if it is none
   * with one of them on each line, has a name twice, or is there for others to use.
   */
  public Optional<List<TextEdit>> toAssignments() {
    boolean isFree = node instanceof YamlSequence && !node.isAlias() && !isAnchored();
    return entry()
        .filter(owner -> isFree && owner.value() == node && node.tag().isEmpty())
        .flatMap(owner -> Assignments.toMapping((YamlSequence) node, owner, step()));
  }

  private YamlNode root() {
    return mappings.isEmpty() ? node : mappings.get(0);
  }

  /** By how many columns this part of the file is indented from level to level. */
  private int step() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      YamlNode value = entries.get(i).value();
      if (value instanceof YamlMapping block && !block.isFlow() && !block.isAlias()) {
        int step =
            Lines.column(block.range().source(), block.range().start())
                - Lines.column(block.range().source(), entries.get(i).key().range().start());
        if (step > 0) {
          return step;
        }
      }
    }
    return USUAL_STEP;
  }
}
