package io.github.dockeraudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parts names of files, stages, services and images into words. */
public final class NameWords {

  private NameWords() {}

  /** The words of a name in lower case: what of it is ASCII letters and digits without a break. */
  public static List<String> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !isPartOfWord(lower.charAt(i))) {
        if (start < i) {
          words.add(lower.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isPartOfWord(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
