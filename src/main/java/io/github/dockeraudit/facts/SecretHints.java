package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.Arrays;

/**
 * The names and URLs of a file with which {@link SecretText} may find a secret. Who reads many
 * stretches of the file, one within the other, leaves out those that hold none of them. That is
 * right for stretches that do not begin within a name, of which the rest could be another one.
 */
final class SecretHints {

  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int count;

  private SecretHints() {}

  /** Those of a whole file. */
  static SecretHints in(Source file) {
    SecretHints hints = new SecretHints();
    SecretText.skim(file.range(), hints);
    return hints;
  }

  /** Adds one that comes after all others. */
  void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return count == 0;
  }

  /** Whether one of them lies in the range, if only a part of it. */
  boolean areIn(SourceRange range) {
    int found = Arrays.binarySearch(ends, 0, count, range.start() + 1);
    int first = found < 0 ? -found - 1 : found;
    return first < count && starts[first] < range.end();
  }
}
