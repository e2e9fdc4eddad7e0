package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.source.TextEdit.Entries;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes entries at the end of a mapping as those before them are written. */
final class Insertion {

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");

  /** With so many entries it is clear how they are parted. */
  private static final int MOST_ENTRIES = 100;

  private final int step;
  private final YamlNode root;

  /**
   * @param step by how many columns each level is indented
   * @param root the root of the document
   */
  Insertion(int step, YamlNode root) {
    this.step = step;
    this.root = root;
  }

  /**
   * Adds entries to a node.
   *
   * @param owner the entry whose value the node is or lies in
   */
  Optional<TextEdit> into(YamlNode node, Optional<YamlEntry> owner, List<NewEntry> added) {
    if (node.isAlias()) {
      return Optional.empty();
    }
    if (node instanceof YamlMapping mapping) {
      return Optional.of(mapping.isFlow() ? inFlow(mapping, added) : inBlock(mapping, added));
    }
    return owner.filter(entry -> entry.value() == node).flatMap(entry -> below(entry, added));
  }

  private TextEdit inBlock(YamlMapping mapping, List<NewEntry> added) {
    Source source = mapping.range().source();
    int column = Lines.column(source, mapping.range().start());
    int end = endOfBlock(mapping, column);
    boolean endsOpen =
        end == source.text().length()
            && lastLeaf(mapping) instanceof YamlScalar leaf
            && leaf.style().isBlock();
    OptionalInt dash = ListStyle.dash(mapping, root);
    return endsOpen
        ? linesBefore(last(mapping.written()), column, added, dash)
        : linesAfter(source, end, column, added, dash, mapping == root && isSpaced(mapping));
  }

  /** Whether a blank line parts the entries of a root; of one entry, those that it holds. */
  private static boolean isSpaced(YamlMapping mapping) {
    List<YamlEntry> entries = List.copyOf(mapping.written());
    if (entries.size() == 1) {
      return !(entries.get(0).value() instanceof YamlMapping only)
          || only == mapping
          || only.written().size() < 2
          || isSpaced(only);
    }
    String text = mapping.range().source().text();
    for (int i = 1; i < Math.min(entries.size(), MOST_ENTRIES); i++) {
      int from = entries.get(i - 1).range().end();
      String between = text.substring(from, entries.get(i).range().start());
      if (BLANK_LINE.matcher(between).find()) {
        return true;
      }
    }
    return false;
  }

  /** A block of lines that ends without a line ending would get one from what comes after it. */
  private TextEdit linesBefore(YamlEntry last, int column, List<NewEntry> added, OptionalInt dash) {
    String after = last.key().range().source().lineEnding() + " ".repeat(column);
    return last.key()
        .range()
        .insertBefore(
            added.stream()
                .flatMap(entry -> entry.lines(step, dash))
                .map(line -> line + after)
                .collect(Collectors.joining()));
  }

  private static int endOfBlock(YamlMapping mapping, int column) {
    Source source = mapping.range().source();
    int end = Lines.endOfEntry(source, mapping.range().end(), column);
    boolean keepsBlankLines =
        lastLeaf(mapping) instanceof YamlScalar leaf
            && leaf.style().isBlock()
            && leaf.range().text().lines().findFirst().orElse("").contains("+");
    for (int next = Lines.next(source, end);
        keepsBlankLines && next < source.text().length() && Lines.isBlank(source, next);
        next = Lines.next(source, end)) {
      end = Lines.end(source, next);
    }
    return end;
  }

  private static YamlNode lastLeaf(YamlNode node) {
    YamlNode leaf = node;
    while (!leaf.isAlias()) {
      if (leaf instanceof YamlMapping mapping && !mapping.written().isEmpty()) {
        leaf = last(mapping.written()).value();
      } else if (leaf instanceof YamlSequence sequence && !sequence.items().isEmpty()) {
        leaf = last(sequence.items());
      } else {
        break;
      }
    }
    return leaf;
  }

  private static <T> T last(Collection<T> all) {
    return all.stream().reduce((first, second) -> second).orElseThrow();
  }

  private TextEdit linesAfter(
      Source source,
      int end,
      int column,
      List<NewEntry> added,
      OptionalInt dash,
      boolean isSpaced) {
    String before = source.lineEnding() + " ".repeat(column);
    StringBuilder lines = new StringBuilder(isSpaced ? source.lineEnding() : "");
    Set<String> keys = new HashSet<>();
    for (NewEntry entry : added) {
      entry.lines(step, dash).forEachOrdered(line -> lines.append(before).append(line));
      keys.add(entry.key());
    }
    Set<String> below = new HashSet<>();
    if (added.size() == 1) {
      added.get(0).entries().forEach(entry -> below.add(entry.key()));
    }
    return new TextEdit(source.range(end, end), lines.toString(), new Entries(column, keys, below));
  }

  private static TextEdit inFlow(YamlMapping mapping, List<NewEntry> added) {
    Source source = mapping.range().source();
    boolean isEmpty = mapping.written().isEmpty();
    int end = isEmpty ? mapping.range().start() + 1 : last(mapping.written()).range().end();
    String separator = isEmpty ? "" : "," + separator(mapping);
    boolean quoted =
        mapping.written().stream().anyMatch(e -> e.key().style() == ScalarStyle.DOUBLE_QUOTED);
    return source
        .range(end, end)
        .insertAfter(
            added.stream()
                .map(entry -> entry.inFlow(quoted))
                .collect(Collectors.joining("," + separator(mapping), separator, "")));
  }

  /** A line of its own for each entry if the last one has one. */
  private static String separator(YamlMapping mapping) {
    if (mapping.written().isEmpty()) {
      return " ";
    }
    Source source = mapping.range().source();
    int key = last(mapping.written()).key().range().start();
    String before = source.text().substring(Lines.start(source, key), key);
    return before.isBlank() ? source.lineEnding() + before : " ";
  }

  /** A key without a value gets its first entries on the lines below it. */
  private Optional<TextEdit> below(YamlEntry entry, List<NewEntry> added) {
    Source source = entry.range().source();
    int end = entry.value().range().end();
    boolean isFree =
        entry.value() instanceof YamlScalar scalar
            && scalar.range().isEmpty()
            && scalar.style() == ScalarStyle.PLAIN
            && source.text().charAt(end - 1) == ':'
            && Lines.endsIn(source, end);
    int column = Lines.column(source, entry.key().range().start()) + step;
    return isFree
        ? Optional.of(
            linesAfter(source, Lines.end(source, end), column, added, OptionalInt.empty(), false))
        : Optional.empty();
  }
}
