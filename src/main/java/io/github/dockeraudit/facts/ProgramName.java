package io.github.dockeraudit.facts;

/** What the name of a program says. */
final class ProgramName {

  private ProgramName() {}

  /** The name without the version at its end: {@code pip} for {@code pip3.12}. */
  static String withoutVersion(String program) {
    int end = program.length();
    while (end > 1 && isVersion(program.charAt(end - 1))) {
      end--;
    }
    return program.substring(0, end);
  }

  private static boolean isVersion(char c) {
    return c == '.' || c >= '0' && c <= '9';
  }
}
