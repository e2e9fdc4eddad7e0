package io.github.dockeraudit.project;

import java.util.List;

/**
 * Reads the scripts in Dockerfiles as another program does, such as ShellCheck.
 *
 * <p>Of the same script it always says the same. It is asked as a file is: when somebody wants to
 * know for the first time.
 */
@FunctionalInterface
public interface ScriptReviewer {

  /** Says nothing of any script. */
  ScriptReviewer NONE = scripts -> scripts.stream().map(script -> List.<Comment>of()).toList();

  /** What there is to say of each script, in the order of scripts; asked for all at once. */
  List<List<Comment>> review(List<Script> scripts);

  /**
   * A script to review.
   *
   * @param shell the name of the shell that runs it: {@code sh}, {@code dash}, {@code bash}
   * @param variables the names that are set before it begins, sorted
   * @param text what that shell is given
   */
  record Script(String shell, List<String> variables, String text) {
    public Script {
      variables = List.copyOf(variables);
    }
  }

  /** How much a comment matters. */
  enum Level {
    ERROR,
    WARNING,
    INFO,
    STYLE
  }

  /**
   * Something to be said of a stretch of a script.
   *
   * @param code what the program calls it: {@code SC2086}
   * @param message one line
   * @param start offset into the text of the script
   * @param end the offset behind the stretch
   * @param changes what mends it, as a whole or not at all; empty if nothing is known to
   */
  record Comment(
      String code, Level level, String message, int start, int end, List<Change> changes) {
    public Comment {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Another text in the place of a stretch of a script.
   *
   * @param start offset into the text of the script
   * @param end the offset behind the stretch; the same for an insertion
   */
  record Change(int start, int end, String replacement) {}
}
