package io.github.dockeraudit.dockerfile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * The patterns of <code>${v#p}</code>, <code>${v%p}</code> and <code>${v/p/r}</code>: {@code *} is
 * any text, {@code ?} any character, and a backslash takes the meaning of either away.
 */
final class Glob {

  /** Steps that one expansion may take; a value that needs more is not followed up. */
  private static final long MOST_STEPS = 10_000_000;

  private static final int STAR = -1;
  private static final int ANY = -2;

  private Glob() {}

  /**
   * The value without the shortest or longest start, or end, that the pattern matches; empty if the
   * pattern is malformed or takes too long.
   */
  static Optional<String> trim(String value, String pattern, boolean prefix, boolean longest) {
    int[] tokens = tokens(pattern);
    if (tokens == null || (long) value.length() * tokens.length > MOST_STEPS) {
      return Optional.empty();
    }
    if (prefix) {
      int length = match(tokens, value, 0, longest);
      return Optional.of(length < 0 ? value : value.substring(length));
    }
    String backwards = new StringBuilder(value).reverse().toString();
    int length = match(reversed(tokens), backwards, 0, longest);
    return Optional.of(length < 0 ? value : value.substring(0, value.length() - length));
  }

  /**
   * The value with the first match of the pattern, or all, replaced; empty if the pattern is
   * malformed or takes too long.
   */
  static Optional<String> replace(String value, String pattern, String replacement, boolean all) {
    int[] tokens = tokens(pattern);
    long length = value.length() + 1L;
    if (tokens == null || length * length * tokens.length > MOST_STEPS) {
      return Optional.empty();
    }
    StringBuilder result = new StringBuilder();
    int position = 0;
    while (position <= value.length()) {
      int matched = match(tokens, value, position, true);
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
      } else {
        tokens[count++] = c == '*' ? STAR : c == '?' ? ANY : c;
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
  private static int match(int[] tokens, String value, int start, boolean longest) {
    BitSet states = new BitSet(tokens.length + 1);
    enter(states, tokens, 0);
    int found = -1;
    for (int i = start; ; i++) {
      if (states.get(tokens.length)) {
        found = i - start;
        if (!longest) {
          return found;
        }
      }
      if (i == value.length() || states.isEmpty()) {
        return found;
      }
      states = step(states, tokens, value.charAt(i));
    }
  }

  private static BitSet step(BitSet states, int[] tokens, char c) {
    BitSet next = new BitSet(tokens.length + 1);
    for (int s = states.nextSetBit(0); s >= 0 && s < tokens.length; s = states.nextSetBit(s + 1)) {
      if (tokens[s] == STAR) {
        enter(next, tokens, s);
      } else if (tokens[s] == ANY || tokens[s] == c) {
        enter(next, tokens, s + 1);
      }
    }
    return next;
  }

  private static void enter(BitSet states, int[] tokens, int state) {
    int s = state;
    states.set(s);
    while (s < tokens.length && tokens[s] == STAR) {
      states.set(++s);
    }
  }
}
