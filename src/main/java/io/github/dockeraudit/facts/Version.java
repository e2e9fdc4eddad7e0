package io.github.dockeraudit.facts;

import java.util.Arrays;

/**
 * A version as numbers between dots, such as {@code 3.10}; what follows the last number is cut off.
 */
final class Version implements Comparable<Version> {

  /** More digits than this are a date or a hash, not a version. */
  private static final int LONGEST_NUMBER = 6;

  /** What a text has that begins with no version. */
  static final Version NONE = new Version(new int[0]);

  private final int[] numbers;

  private Version(int[] numbers) {
    this.numbers = numbers;
  }

  /**
   * The version that a text begins with, after an optional {@code v}; {@link #isNone} if it begins
   * with none.
   *
   * <p>After the last number may stand an end, a hyphen, an underscore or plus ({@code 11.0.12_7}),
   * the update of a Java 8 ({@code 8u342}) or the mark of a pre-release ({@code 3.14.0rc1}).
   * Anything else is no version: {@code 7f3a9c0} is the short form of a commit.
   */
  static Version startOf(String text) {
    int[] numbers = new int[4];
    int count = 0;
    int end = text.startsWith("v") ? 0 : -1;
    do {
      int start = end + 1;
      end = endOfDigits(text, start);
      if (start == end || end - start > LONGEST_NUMBER) {
        return NONE;
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = Integer.parseInt(text, start, end, 10);
    } while (isDotBeforeDigit(text, end));
    return mayEnd(text, end, count > 1) ? new Version(Arrays.copyOf(numbers, count)) : NONE;
  }

  private static boolean isDotBeforeDigit(String text, int index) {
    return index + 1 < text.length()
        && text.charAt(index) == '.'
        && isDigit(text.charAt(index + 1));
  }

  private static boolean mayEnd(String text, int end, boolean dotted) {
    if (end == text.length()) {
      return true;
    }
    char next = text.charAt(end);
    if (next == '-' || next == '_' || next == '+') {
      return true;
    }
    if (next == 'u') {
      return end + 1 < text.length() && isDigit(text.charAt(end + 1));
    }
    return dotted && isPreRelease(text.substring(end));
  }

  private static boolean isPreRelease(String rest) {
    int letters = 0;
    while (letters < rest.length() && Character.isLetter(rest.charAt(letters))) {
      letters++;
    }
    return switch (rest.substring(0, letters)) {
      case "rc", "RC", "alpha", "beta", "a", "b" -> endOfDigits(rest, letters) == rest.length();
      default -> false;
    };
  }

  /** Whether the text began with no version. */
  boolean isNone() {
    return numbers.length == 0;
  }

  /** This version, or the other if this is none. */
  Version orElse(Version other) {
    return isNone() ? other : this;
  }

  /** The number of numbers. */
  int length() {
    return numbers.length;
  }

  /** Whether this is the other version or narrower: {@code 3.10.2} is within {@code 3.10}. */
  boolean isWithin(Version other) {
    int count = other.numbers.length;
    return count <= numbers.length && Arrays.equals(numbers, 0, count, other.numbers, 0, count);
  }

  /** This version cut to its first numbers; itself if it has no more. */
  Version first(int count) {
    return count >= numbers.length ? this : new Version(Arrays.copyOf(numbers, count));
  }

  @Override
  public int compareTo(Version other) {
    return Arrays.compare(numbers, other.numbers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && Arrays.equals(numbers, version.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      text.append(text.isEmpty() ? "" : ".").append(number);
    }
    return text.toString();
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
