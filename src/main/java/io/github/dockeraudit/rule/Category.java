package io.github.dockeraudit.rule;

import java.util.Locale;

/** What a rule protects: the second digit of its id, and the second part of its package. */
public enum Category {
  /** It works as it reads; digit 0. */
  CORRECTNESS('0'),
  /** Nobody gets in or further; digit 1. */
  SECURITY('1'),
  /** Builds are fast and images small; digit 2. */
  PERFORMANCE('2'),
  /** It can be read and changed; digit 3. */
  MAINTAINABILITY('3'),
  /** It looks like the rest; digit 4. */
  STYLE('4'),
  /** It is easy to work with; digit 5. */
  EXPERIENCE('5');

  private final char digit;

  Category(char digit) {
    this.digit = digit;
  }

  /** Of ShellCheck's codes all are the same. */
  static Category ofId(String id) {
    if (id.startsWith("SC")) {
      return CORRECTNESS;
    }
    for (Category category : values()) {
      if (category.digit == id.charAt(id.length() - 3)) {
        return category;
      }
    }
    throw new IllegalArgumentException(id + " names no category");
  }

  /** The name in lower case, as reports write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
