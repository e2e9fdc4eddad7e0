package io.github.dockeraudit.facts;

/** Patterns in which {@code *} stands for any characters, and every other character for itself. */
public final class Glob {

  private Glob() {}

  /** The number of characters of a pattern that stand for themselves. */
  static int width(String pattern) {
    return pattern.replace("*", "").length();
  }

  /** Whether the whole text matches. */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
