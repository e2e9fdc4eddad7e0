package io.github.dockeraudit.project;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/** One line of an ignore file that says something. */
public final class IgnorePattern implements Located {

  private final SourceRange range;
  private final String path;
  private final boolean exception;
  private final Glob glob;

  IgnorePattern(SourceRange range, String path, boolean exception, Glob glob) {
    this.range = range;
    this.path = path;
    this.exception = exception;
    this.glob = glob;
  }

  /** The line without the white space around it; the exclamation mark is part of it. */
  @Override
  public SourceRange range() {
    return range;
  }

  /**
   * The pattern as Docker uses it: relative to the context, without {@code .}, {@code ..}, doubled
   * slashes and the exclamation mark.
   */
  public String path() {
    return path;
  }

  /** Whether the line begins with an exclamation mark, and so lets in what it matches. */
  public boolean isException() {
    return exception;
  }

  /** Whether it matches this very path; folders above it are not looked at. */
  public boolean matches(String otherPath) {
    return glob.matches(otherPath);
  }

  boolean matchesFolderOrAbove(String folder) {
    for (int end = Paths.endOfName(folder, 0); ; end = Paths.endOfName(folder, end + 1)) {
      if (glob.matches(folder.substring(0, end))) {
        return true;
      }
      if (end == folder.length()) {
        return false;
      }
    }
  }

  boolean mayMatchBelow(String folder) {
    return glob.mayMatchBelow(folder);
  }

  boolean matchesEveryEntryOf(String folder) {
    return glob.matchesEveryEntryOf(folder);
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return range.text();
  }
}
