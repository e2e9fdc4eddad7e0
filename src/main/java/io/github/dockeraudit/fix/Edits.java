package io.github.dockeraudit.fix;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.source.TextEdit.Entries;
import io.github.dockeraudit.source.TextEdit.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The edits of one round in one file, none of which is in the way of another. */
final class Edits {

  /**
   * What is added within a line comes before what is added below it, and that to an inner mapping
   * before that to the one around it.
   */
  private static final Comparator<TextEdit> BY_PLACE =
      Comparator.<TextEdit>comparingInt(edit -> edit.range().start())
          .thenComparingInt(edit -> edit.range().end())
          .thenComparing(edit -> edit.entries().isPresent())
          .thenComparingInt(edit -> -edit.entries().map(Entries::column).orElse(0));

  private final Source source;
  private final boolean isCareful;

  /** By the offset at which they begin; two fixes may ask for the very same, which is made once. */
  private final NavigableMap<Integer, Collection<TextEdit>> edits = new TreeMap<>();

  /**
   * @param isCareful whether no two edits are to be made at one place even if they may
   */
  Edits(Source source, boolean isCareful) {
    this.source = source;
    this.isCareful = isCareful;
  }

  /** Whether the edits of one fix leave no doubt; insertions at one place keep their order. */
  static boolean areSound(List<TextEdit> edits) {
    if (edits.size() < 2) {
      return true;
    }
    List<TextEdit> sorted = edits.stream().sorted(BY_PLACE).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).range().start() < sorted.get(i - 1).range().end()) {
        return false;
      }
    }
    return leaveItems(sorted);
  }

  /** Whether something is left in every sequence out of which they take items, each its own. */
  private static boolean leaveItems(List<TextEdit> edits) {
    Map<Item, Integer> taken = new HashMap<>();
    for (TextEdit edit : edits) {
      if (edit.item().isPresent()
          && taken.merge(edit.item().get(), 1, Integer::sum) == edit.item().get().size()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the edit can be made beside those that are there, in whatever order; false too if it is
   * of another text: two fixes that each make the same file have to come one after the other.
   */
  boolean allow(TextEdit edit) {
    if (edit.range().source() != source) {
      return false;
    }
    int start = edit.range().start();
    Map.Entry<Integer, Collection<TextEdit>> before = edits.lowerEntry(start);
    return (before == null || before.getValue().stream().noneMatch(e -> isInTheWay(e, edit)))
        && edits.subMap(start, true, edit.range().end(), true).values().stream()
            .flatMap(Collection::stream)
            .noneMatch(e -> !e.equals(edit) && isInTheWay(e, edit));
  }

  /** An insertion where another edit begins or ends would leave open which comes first. */
  private boolean isInTheWay(TextEdit one, TextEdit other) {
    SourceRange a = one.range();
    SourceRange b = other.range();
    boolean isApart =
        a.isEmpty() || b.isEmpty()
            ? a.end() < b.start() || b.end() < a.start()
            : a.end() <= b.start() || b.end() <= a.start();
    return !isApart && (isCareful || !goTogether(one, other));
  }

  /** Whether two edits that touch come to the same whichever is made first. */
  private static boolean goTogether(TextEdit one, TextEdit other) {
    if (one.range().equals(other.range())
        && one.entries().isPresent()
        && other.entries().isPresent()) {
      return one.entries().get().goWith(other.entries().get());
    }
    return isBelow(one, other)
        || isBelow(other, one)
        || one.range().equals(other.range()) && isOption(one) && isOption(other);
  }

  /** Whether lines are added below the one in which the other edit is the last. */
  private static boolean isBelow(TextEdit lines, TextEdit other) {
    return lines.entries().isPresent()
        && other.entries().isEmpty()
        && lines.range().isEmpty()
        && other.range().end() == lines.range().start()
        && isWithinLine(other);
  }

  /**
   * Options of a command may come in any order. Mounts and other flags of an instruction are added
   * one after the other: with one of them, a rule may see that another is of no use.
   */
  private static boolean isOption(TextEdit edit) {
    return edit.range().isEmpty()
        && edit.replacement().startsWith(" -")
        && edit.replacement().indexOf('=') < 0
        && isWithinLine(edit);
  }

  private static boolean isWithinLine(TextEdit edit) {
    return edit.replacement().indexOf('\n') < 0 && edit.range().text().indexOf('\n') < 0;
  }

  void add(TextEdit edit) {
    edits.computeIfAbsent(edit.range().start(), start -> new LinkedHashSet<>()).add(edit);
  }

  /** The text with all edits made. */
  Edited apply() {
    List<TextEdit> inOrder = new ArrayList<>();
    for (Collection<TextEdit> atOnePlace : edits.values()) {
      int first = inOrder.size();
      atOnePlace.stream()
          .sorted(BY_PLACE)
          .forEachOrdered(edit -> join(edit, inOrder.subList(first, inOrder.size())));
    }
    return new Edited(source, inOrder);
  }

  private static void join(TextEdit edit, List<TextEdit> before) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).isOneWith(edit)) {
        before.set(i, before.get(i).and(edit));
        return;
      }
    }
    before.add(edit);
  }

  /** A text with its edits made, which knows where everything went. */
  static final class Edited {

    private final Source before;
    private final Source after;
    private final List<TextEdit> edits;

    /** By how much the text after each edit has moved. */
    private final List<Integer> shifts = new ArrayList<>();

    private Edited(Source before, List<TextEdit> edits) {
      this.before = before;
      this.edits = edits;
      StringBuilder text = new StringBuilder();
      int done = 0;
      for (TextEdit edit : edits) {
        SourceRange range = edit.range();
        text.append(before.text(), done, range.start()).append(edit.replacement());
        done = range.end();
        shifts.add(text.length() - done);
      }
      text.append(before.text(), done, before.text().length());
      this.after = before.withText(text.toString());
    }

    Source before() {
      return before;
    }

    Source after() {
      return after;
    }

    /**
     * Where the character at an offset is now; if it was replaced, all that stands in its place.
     */
    Place placeOf(int offset) {
      int low = 0;
      int high = edits.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (edits.get(middle).range().start() <= offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low == 0) {
        return new Place(offset, offset);
      }
      TextEdit last = edits.get(low - 1);
      int shift = shifts.get(low - 1);
      int end = last.range().end() + shift;
      return offset < last.range().end()
          ? new Place(end - last.replacement().length(), end)
          : new Place(offset + shift, offset + shift);
    }
  }

  /**
   * A stretch of the text after the edits.
   *
   * @param start first offset
   * @param end last offset, itself part of it
   */
  record Place(int start, int end) {

    boolean holds(int offset) {
      return start <= offset && offset <= end;
    }
  }
}
