package io.github.dockeraudit.source;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One replacement in one file.
 *
 * @param range the text to replace; empty to insert
 * @param replacement the new text, with the line endings of the file; empty to delete
 * @param entries what it inserts, if that may stand before or after others of its kind
 * @param item what it takes out of a sequence, if others may be taken out too
 */
public record TextEdit(
    SourceRange range, String replacement, Optional<Entries> entries, Optional<Item> item) {

  /**
   * Entries of a block mapping on lines of their own at its end. Which of them comes first is of no
   * matter, so that several fixes may each add some at one place.
   *
   * @param column the column of the mapping, from 0
   * @param keys their keys, and those that must not be added together with them
   * @param below the keys in its value if it is one entry whose value is a mapping; else empty
   */
  public record Entries(int column, Set<String> keys, Set<String> below) {

    public Entries {
      keys = Set.copyOf(keys);
      below = Set.copyOf(below);
    }

    /** Whether both can be added: to one mapping, a new one too, only if they share no key. */
    public boolean goWith(Entries other) {
      return column != other.column
          || Collections.disjoint(keys, other.keys)
          || areOneWith(other) && Collections.disjoint(below, other.below);
    }

    private boolean areOneWith(Entries other) {
      return column == other.column
          && keys.equals(other.keys)
          && !below.isEmpty()
          && !other.below.isEmpty();
    }

    private Entries and(Entries other) {
      Set<String> all = new HashSet<>(below);
      all.addAll(other.below);
      return new Entries(column, keys, all);
    }

    private Entries and(String key) {
      Set<String> more = new HashSet<>(keys);
      more.add(key);
      return new Entries(column, more, below);
    }
  }

  /**
   * One of several items of a sequence. What takes all of them out, one by one, would leave a key
   * without a value.
   *
   * @param sequence the whole sequence
   * @param size how many items it has
   */
  public record Item(SourceRange sequence, int size) {}

  public TextEdit {
    requireNonNull(range);
    requireNonNull(replacement);
    requireNonNull(entries);
    requireNonNull(item);
  }

  /** An edit of any other kind. */
  public TextEdit(SourceRange range, String replacement) {
    this(range, replacement, Optional.empty(), Optional.empty());
  }

  /** One that inserts entries. */
  public TextEdit(SourceRange range, String replacement, Entries entries) {
    this(range, replacement, Optional.of(entries), Optional.empty());
  }

  /** The same edit, which takes out an item. */
  public TextEdit takingOut(Item taken) {
    return new TextEdit(range, replacement, entries, Optional.of(taken));
  }

  /** Whether both insert an entry with the same key, in whose value both put what they have. */
  public boolean isOneWith(TextEdit other) {
    return range.equals(other.range)
        && entries.isPresent()
        && other.entries.isPresent()
        && entries.get().areOneWith(other.entries.get());
  }

  /** This, with what another that {@link #isOneWith} this one puts into the value. */
  public TextEdit and(TextEdit other) {
    int key = 0;
    while (Character.isWhitespace(other.replacement.charAt(key))) {
      key++;
    }
    String below = other.replacement.substring(other.replacement.indexOf('\n', key));
    String ending = range.source().lineEnding();
    return new TextEdit(
        range,
        replacement + ending + below.substring(1),
        entries.orElseThrow().and(other.entries.orElseThrow()));
  }

  /** The same edit, which is not to be made together with one that adds such an entry beside it. */
  public TextEdit apartFrom(String key) {
    return new TextEdit(range, replacement, entries.map(added -> added.and(key)), item);
  }
}
