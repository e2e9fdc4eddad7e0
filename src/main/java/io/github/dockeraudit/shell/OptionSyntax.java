package io.github.dockeraudit.shell;

import java.util.Set;

/** Which flags of a program take a value as a word of its own, and where its flags end. */
final class OptionSyntax {

  /** How a program reads what is no value. */
  enum Style {
    /** Flags and operands in any order; {@code -ab} is {@code -a} and {@code -b}. */
    USUAL,
    /** All that comes after the first operand belongs to that. */
    FLAGS_FIRST,
    /** The first argument holds letters of flags even without a dash, as in {@code tar xzf}. */
    BARE_LETTERS,
    /** {@code -ab} is one flag, as in {@code find -name}. */
    WORDS
  }

  private final String letters;
  private final Set<String> names;
  private final Style style;

  /**
   * @param letters the flags of one letter that take a value
   * @param names the other flags that take a value, as a word of its own, with their dashes
   */
  OptionSyntax(String letters, Set<String> names, Style style) {
    this.letters = letters;
    this.names = names;
    this.style = style;
  }

  /** The number of values, as words of their own, after a flag or several letters of flags. */
  int valuesAfter(String flag) {
    if (names.contains(flag)) {
      return 1;
    }
    if (flag.startsWith("--")) {
      return 0;
    }
    for (int i = 1; i < flag.length(); i++) {
      if (takesValue(flag.charAt(i))) {
        return i + 1 == flag.length() ? 1 : 0;
      }
    }
    return 0;
  }

  /** The number of letters up to {@code end} that take a value. */
  int valueLetters(String flag, int end) {
    int count = 0;
    for (int i = 1; i < end; i++) {
      count += takesValue(flag.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  /** Whether the flag of one letter takes a value. */
  boolean takesValue(char letter) {
    return letters.indexOf(letter) >= 0;
  }

  /** Whether this is one flag, though it looks like several letters. */
  boolean isName(String flag) {
    return names.contains(flag) || style == Style.WORDS;
  }

  /** Whether all that comes after the first operand belongs to that. */
  boolean endsAtOperand() {
    return style == Style.FLAGS_FIRST;
  }

  /** Whether the first argument holds letters of flags without a dash, as for {@code tar xzf}. */
  boolean takesBareLetters() {
    return style == Style.BARE_LETTERS;
  }
}
