package io.github.dockeraudit.facts;

/**
 * Which letters a text is made of, whatever their case, as bits: what lacks a letter of a word does
 * not hold that word. Reading them costs less than a string to search in.
 */
final class Letters {

  /** Those of a text with a character beyond ASCII, of which nothing is known. */
  static final int ALL = -1;

  private Letters() {}

  /** Those of a whole text. */
  static int of(String text) {
    return of(text, 0, text.length());
  }

  /** Those between two offsets; all of them if there is a character beyond ASCII. */
  static int of(String text, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters |= of(text.charAt(i));
    }
    return letters;
  }

  /** The letter that a character is; all of them if it is beyond ASCII, none for a digit. */
  static int of(char c) {
    return c >= 128 ? ALL : c >= 'A' ? 1 << (c & 31) : 0;
  }

  /** Whether all letters of one of these words are there. */
  static boolean holdOneOf(int[] words, int letters) {
    for (int word : words) {
      if ((letters & word) == word) {
        return true;
      }
    }
    return false;
  }
}
