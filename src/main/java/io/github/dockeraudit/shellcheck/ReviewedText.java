package io.github.dockeraudit.shellcheck;

import io.github.dockeraudit.project.ScriptReviewer.Script;
import java.util.stream.Collectors;

/**
 * The text of the file that ShellCheck reads, which begins with what it cannot know, and the way
 * back from a line and a column of it.
 */
final class ReviewedText {

  /** The lines before the script. */
  private static final int ADDED_LINES = 2;

  private final String script;
  private final String before;

  private ReviewedText(String script, String before) {
    this.script = script;
    this.before = before;
  }

  /** The value of a variable is nobody's business; that it has one without blanks is assumed. */
  static ReviewedText of(Script script) {
    String exports =
        script.variables().stream()
            .map(name -> " " + name + "=1")
            .collect(Collectors.joining("", "export", "\n"));
    return new ReviewedText(script.text(), "#!/bin/" + script.shell() + "\n" + exports);
  }

  String text() {
    return before + script + "\n";
  }

  /**
   * The offset into the script of a place in the file; -1 if it is before the script or nowhere.
   *
   * @param line from 1
   * @param column from 1, in code points
   */
  int offset(int line, int column) {
    int start = 0;
    for (int passed = ADDED_LINES + 1; passed < line; passed++) {
      int newline = script.indexOf('\n', start);
      if (newline < 0) {
        return -1;
      }
      start = newline + 1;
    }
    if (line <= ADDED_LINES || column < 1) {
      return -1;
    }
    int end = script.indexOf('\n', start);
    String text = script.substring(start, end < 0 ? script.length() : end);
    return column - 1 > text.codePointCount(0, text.length())
        ? -1
        : start + text.offsetByCodePoints(0, column - 1);
  }
}
