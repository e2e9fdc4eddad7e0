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
 */
public record TextEdit(SourceRange range, String replacement, Optional<Entries> entries) {

  /**
   * Entries of a block mapping on lines of their own at its end. Which of them comes first is of no
   * matter, so that several fixes may each add some at one place.
   *
   * @param column the column of the mapping, from 0
   * @param keys their keys, and those that must not be added together with them
   */
  public record Entries(int column, Set<String> keys) {

    public Entries {
      keys = Set.copyOf(keys);
    }

    /** Whether both can be added: to one mapping only if they share no key. */
    public boolean goWith(Entries other) {
      return column != other.column || Collections.disjoint(keys, other.keys);
    }

    private Entries and(String key) {
      Set<String> more = new HashSet<>(keys);
      more.add(key);
      return new Entries(column, more);
    }
  }

  public TextEdit {
    requireNonNull(range);
    requireNonNull(replacement);
    requireNonNull(entries);
  }

  /** An edit of any other kind. */
  public TextEdit(SourceRange range, String replacement) {
    this(range, replacement, Optional.empty());
  }

  /** The same edit, which is not to be made together with one that adds such an entry beside it. */
  public TextEdit apartFrom(String key) {
    return new TextEdit(range, replacement, entries.map(added -> added.and(key)));
  }
}
