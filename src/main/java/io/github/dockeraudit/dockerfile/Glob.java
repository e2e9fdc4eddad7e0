package io.github.dockeraudit.dockerfile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * The patterns of <code>${v#p}</code>, <code>${v%p}</code> and <code>${v/p/r}</code>: {@code *} is
 * any text, {@code ?} any character, and a backslash takes the meaning of either away.
 */
final class Glob {

  /**
   * Steps that one expansion may take, so that a file full of them stays cheap; a value that needs
   * more is not followed up.
   */
  private static final int MOST_STEPS = 1 << 14;

  private static final int STAR = -1;
  private static final int ANY = -2;

  private final int[] tokens;
  private final String value;
  private int steps;

  private Glob(int[] tokens, String value) {
    this.tokens = tokens;
    this.value = value;
  }

  /**
   * The value without the shortest or longest start, or end, that the pattern matches; empty if the
   * pattern is malformed or takes too long.
   */
  static Optional<String> trim(String value, String pattern, boolean prefix, boolean longest) {
    int[] tokens = tokens(pattern);
    if (tokens == null) {
      return Optional.empty();
    }
    Glob glob =
        prefix
            ? new Glob(tokens, value)
            : new Glob(reversed(tokens), new StringBuilder(value).reverse().toString());
    int length = Math.max(0, glob.match(0, longest));
    return glob.tookTooLong()
        ? Optional.empty()
        : Optional.of(
            prefix ? value.substring(length) : value.substring(0, value.length() - length));
  }

  /**
   * The value with the first match of the pattern, or all, replaced; empty if the pattern is
   * malformed, takes too long or the result is too long.
   */
  static Optional<String> replace(String value, String pattern, String replacement, boolean all) {
    int[] tokens = tokens(pattern);
    return tokens == null ? Optional.empty() : new Glob(tokens, value).replace(replacement, all);
  }

  private Optional<String> replace(String replacement, boolean all) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    while (position <= value.length()) {
      int matched = match(position, true);
      if (tookTooLong() || result.length() > Expansion.LONGEST_VALUE) {
        return Optional.empty();
      }
      if (matched >= 0) {
        result.append(replacement);
        position += matched;
        if (!all) {
          break;
        }
      }
      if (matched <= 0) {
        result.append(value, position, Math.min(position + 1, value.length()));
        position++;
      }
    }
    return Optional.of(
        result.append(value, Math.min(position, value.length()), value.length()).toString());
  }

  private boolean tookTooLong() {
    return steps > MOST_STEPS;
  }

  /** The pattern as code points, {@link #STAR} and {@link #ANY}; null if it is malformed. */
  private static int[] tokens(String pattern) {
    int[] tokens = new int[pattern.length()];
    int count = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : '\0';
        if ("}/*?\\".indexOf(next) < 0) {
          return null;
        }
        tokens[count++] = next;
        i++;
      } else if (c != '*') {
        tokens[count++] = c == '?' ? ANY : c;
      } else if (count == 0 || tokens[count - 1] != STAR) {
        tokens[count++] = STAR;
      }
    }
    return Arrays.copyOf(tokens, count);
  }

  private static int[] reversed(int[] tokens) {
    int[] result = new int[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      result[tokens.length - 1 - i] = tokens[i];
    }
    return result;
  }

  /** The length of the shortest or longest match that begins at {@code start}; -1 without one. */
  private int match(int start, boolean longest) {
    BitSet states = new BitSet(tokens.length + 1);
    enter(states, 0);
    int found = -1;
    for (int i = start; ; i++) {
      if (states.get(tokens.length)) {
        found = i - start;
        if (!longest) {
          return found;
        }
      }
      if (i == value.length() || states.isEmpty() || tookTooLong()) {
        return found;
      }
      steps += 1 + tokens.length / Long.SIZE + states.cardinality();
      states = step(states, value.charAt(i));
    }
  }

  private BitSet step(BitSet states, char c) {
    BitSet next = new BitSet(tokens.length + 1);
    for (int s = states.nextSetBit(0); s >= 0 && s < tokens.length; s = states.nextSetBit(s + 1)) {
      if (tokens[s] == STAR) {
        enter(next, s);
      } else if (tokens[s] == ANY || tokens[s] == c) {
        enter(next, s + 1);
      }
    }
    return next;
  }

  /** A star may also stand for nothing. */
  private void enter(BitSet states, int state) {
    states.set(state);
    if (state < tokens.length && tokens[state] == STAR) {
      states.set(state + 1);
    }
  }
}
