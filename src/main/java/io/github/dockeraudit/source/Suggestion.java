package io.github.dockeraudit.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a word that is not known. */
public final class Suggestion {

  /** Longer words, in UTF-16 code units, are no slips of the pen. */
  private static final int LONGEST = 200;

  /** More words than anybody has, so that a file full of unknown ones does not take for ever. */
  private static final int MOST = 1_000;

  private Suggestion() {}

  /**
   * The known word that differs least from {@code word}, whatever the case of letters, in at most
   * one of three characters. Empty if none is that close.
   */
  public static Optional<String> closest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int limit = Math.max(1, word.length() / 3);
    return known.stream()
        .limit(MOST)
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * The known word that can only have been meant: it differs in at most one of five characters, in
   * none that is a digit, and no other is that near. Empty if there is no such word.
   */
  public static Optional<String> only(String word, Collection<String> known) {
    int limit = Math.max(1, word.length() / 5);
    return closest(word, known)
        .filter(meant -> distance(word, meant) <= limit && digits(word).equals(digits(meant)))
        .filter(
            meant ->
                known.stream()
                    .filter(other -> !other.equals(meant) && other.length() <= LONGEST)
                    .noneMatch(other -> distance(word, other) <= distance(word, meant)));
  }

  private static String digits(String word) {
    return word.replaceAll("\\D", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], last[j]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
