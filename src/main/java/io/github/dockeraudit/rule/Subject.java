package io.github.dockeraudit.rule;

/** What a rule speaks of: the first digit of its id, and the first part of its package. */
public enum Subject {
  /** Dockerfiles; digit 1. */
  DOCKERFILE('1'),
  /** Compose files; digit 2. */
  COMPOSE('2'),
  /** Several files of a project together; digit 3. */
  PROJECT('3'),
  /** Java and Maven; digit 4. */
  JAVA('4');

  private final char digit;

  Subject(char digit) {
    this.digit = digit;
  }

  /** Of ShellCheck's codes all are the same. */
  static Subject ofId(String id) {
    if (id.startsWith("SC")) {
      return DOCKERFILE;
    }
    for (Subject subject : values()) {
      if (subject.digit == id.charAt(id.length() - 4)) {
        return subject;
      }
    }
    throw new IllegalArgumentException(id + " names no subject");
  }
}
