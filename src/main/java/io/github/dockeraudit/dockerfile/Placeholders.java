package io.github.dockeraudit.dockerfile;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;

/**
 * What a tool replaces in a Dockerfile before Docker reads it, as Maven's plugins replace <code>
 * ${project.version}</code>. What comes into the place is not known.
 *
 * @param open what stands before a name
 * @param close what stands after it
 * @param known names that surely have a value; sorted. Others may have one all the same, and stay
 *     as they are if they have none
 */
public record Placeholders(String open, String close, List<String> known) {

  private static final String OF_VARIABLES = "${";

  public Placeholders {
    requireNonNull(open);
    requireNonNull(close);
    known = List.copyOf(known);
    if (open.isEmpty() || close.isEmpty()) {
      throw new IllegalArgumentException("delimiters must not be empty");
    }
  }

  /** Whether Docker writes its own variables in the same way. */
  private boolean areLikeVariables() {
    return open.equals(OF_VARIABLES) && close.equals("}");
  }

  /** Whether a text may hold some. */
  boolean mayBeIn(String text) {
    return text.contains(open);
  }

  /** Whether {@code name} may be replaced in a text although Docker can read it there, too. */
  boolean mayFill(String name, String text) {
    return areLikeVariables() && text.contains(open + name + close);
  }

  /**
   * Where the placeholder ends that begins at {@code start}; -1 if none does, or Docker may be
   * meant to read it.
   */
  int end(String text, int start, int limit) {
    if (!text.startsWith(open, start)) {
      return -1;
    }
    int from = start + open.length();
    int to = text.indexOf(close, from);
    if (to <= from || to + close.length() > limit) {
      return -1;
    }
    boolean isFilled = !areLikeVariables() || isOnlyOurs(text.substring(from, to));
    return isFilled ? to + close.length() : -1;
  }

  private boolean isOnlyOurs(String name) {
    return Collections.binarySearch(known, name) >= 0 || !isReadByDocker(name);
  }

  /** Whether Docker can read what stands between the braces. */
  private static boolean isReadByDocker(String name) {
    int end = 0;
    while (end < name.length() && Lexer.isNamePart(name.codePointAt(end))) {
      end += Character.charCount(name.codePointAt(end));
    }
    return end == name.length() || ":+-?#%/".indexOf(name.charAt(end)) >= 0;
  }
}
