package io.github.dockeraudit.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern for paths, compiled to an automaton.
 *
 * <p>All ways through the pattern are followed at once, so that a match takes time in proportion to
 * the lengths of pattern and path, however many wild cards there are.
 */
final class Glob {

  /** What one step of a pattern does with the next character of a path. */
  private enum Kind {
    /** Takes one character that the set holds. */
    ONE,
    /** Takes any number of characters that the set holds. */
    MANY,
    /** Takes any number of whole folders: nothing, or everything up to some slash. */
    FOLDERS,
    /** Takes nothing, and only at the beginning of the path. */
    BEGINNING
  }

  private record Step(Kind kind, IntPredicate set) {}

  private static final IntPredicate ANYTHING = c -> true;
  private static final IntPredicate IN_NAME = c -> c != '/';

  private final Step[] steps;

  /** What every matching path begins and ends with; the two may overlap in the pattern. */
  private final String prefix;

  private final String suffix;
  private final boolean isLiteral;

  private Glob(List<Step> steps, String prefix, String suffix, boolean isLiteral) {
    this.steps = steps.toArray(Step[]::new);
    this.prefix = prefix;
    this.suffix = suffix;
    this.isLiteral = isLiteral;
  }

  /** Whether the pattern covers the whole path. */
  boolean matches(String path) {
    if (isLiteral) {
      return path.equals(prefix);
    }
    return path.startsWith(prefix) && path.endsWith(suffix) && after(path).before[steps.length];
  }

  /** Whether some path below the folder might match; true when in doubt. */
  boolean mayMatchBelow(String folder) {
    return inside(folder).isAlive();
  }

  /** Whether each entry of the folder matches, whatever its name; false when in doubt. */
  boolean matchesEveryEntryOf(String folder) {
    States states = inside(folder);
    for (int i = 0; i < steps.length; i++) {
      if (states.before[i] && takesAnyName(i)) {
        return true;
      }
    }
    return false;
  }

  private States inside(String folder) {
    return after(folder.equals(".") ? "" : folder + "/");
  }

  private boolean takesAnyName(int state) {
    Step step = steps[state];
    return step.kind == Kind.MANY
        && (step.set == ANYTHING || step.set == IN_NAME)
        && restMayBeEmpty(state + 1);
  }

  private boolean restMayBeEmpty(int from) {
    for (int i = from; i < steps.length; i++) {
      if (steps[i].kind != Kind.MANY && steps[i].kind != Kind.FOLDERS) {
        return false;
      }
    }
    return true;
  }

  private States after(String text) {
    States states = new States();
    States spare = new States();
    states.enter(0, true);
    for (int i = 0; i < text.length() && states.isAlive(); ) {
      int c = text.codePointAt(i);
      spare.clear();
      states.take(c, spare);
      States taken = states;
      states = spare;
      spare = taken;
      i += Character.charCount(c);
    }
    return states;
  }

  /**
   * The states that the automaton is in. State i is that before step i; within a step {@link
   * Kind#FOLDERS} there is a further one, as it cannot be left before the next slash.
   */
  private final class States {

    private final boolean[] before = new boolean[steps.length + 1];
    private final boolean[] within = new boolean[steps.length];
    private boolean alive;

    void clear() {
      Arrays.fill(before, false);
      Arrays.fill(within, false);
      alive = false;
    }

    boolean isAlive() {
      return alive;
    }

    /** Enters a state, and all that can be reached from it without a character. */
    void enter(int first, boolean atBeginning) {
      alive = true;
      for (int state = first; !before[state]; state++) {
        before[state] = true;
        if (state == steps.length || !mayTakeNothing(steps[state].kind, atBeginning)) {
          return;
        }
      }
    }

    private boolean mayTakeNothing(Kind kind, boolean atBeginning) {
      return kind == Kind.BEGINNING ? atBeginning : kind != Kind.ONE;
    }

    void take(int c, States next) {
      for (int i = 0; i < steps.length; i++) {
        if (before[i] || within[i]) {
          take(i, c, next);
        }
      }
    }

    private void take(int i, int c, States next) {
      Step step = steps[i];
      if (step.kind == Kind.FOLDERS) {
        next.within[i] = true;
        next.alive = true;
        if (c == '/') {
          next.enter(i + 1, false);
        }
      } else if (step.kind != Kind.BEGINNING && step.set.test(c)) {
        next.enter(step.kind == Kind.ONE ? i + 1 : i, false);
      }
    }
  }

  /** Puts a pattern together, from left to right. */
  static final class Builder {

    private final List<Step> steps = new ArrayList<>();
    private final StringBuilder prefix = new StringBuilder();
    private final StringBuilder suffix = new StringBuilder();
    private boolean isLiteral = true;

    /** This very character. */
    Builder literal(int c) {
      steps.add(new Step(Kind.ONE, x -> x == c));
      suffix.appendCodePoint(c);
      if (isLiteral) {
        prefix.appendCodePoint(c);
      }
      return this;
    }

    /** These very characters. */
    Builder literals(String text) {
      text.codePoints().forEach(this::literal);
      return this;
    }

    /** One character that the set holds. */
    Builder one(IntPredicate set) {
      return add(Kind.ONE, set);
    }

    /** Any number of characters that the set holds. */
    Builder many(IntPredicate set) {
      return add(Kind.MANY, set);
    }

    /** One character of a name. */
    Builder oneInName() {
      return one(IN_NAME);
    }

    /** Any number of characters of a name. */
    Builder manyInName() {
      return many(IN_NAME);
    }

    /** Anything at all, slashes too. */
    Builder anything() {
      return many(ANYTHING);
    }

    /** Any number of whole folders, none too. */
    Builder folders() {
      return add(Kind.FOLDERS, ANYTHING);
    }

    /** The beginning of the path. */
    Builder beginning() {
      return add(Kind.BEGINNING, ANYTHING);
    }

    Glob build() {
      return new Glob(steps, prefix.toString(), suffix.toString(), isLiteral);
    }

    private Builder add(Kind kind, IntPredicate set) {
      steps.add(new Step(kind, set));
      suffix.setLength(0);
      isLiteral = false;
      return this;
    }
  }
}
