package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.SourceRange;

/**
 * One line whose first visible character is {@code #}; a parser directive is one too.
 *
 * @param range the line with its line ending
 */
public record Comment(SourceRange range) implements Element {

  /** What stands after the {@code #}, without white space around it. */
  public String text() {
    return body().text();
  }

  /** Where {@link #text()} stands. */
  public SourceRange body() {
    String text = range.source().text();
    int start = text.indexOf('#', range.start()) + 1;
    int end = range.end();
    while (start < end && WhiteSpace.is(text.charAt(start))) {
      start++;
    }
    while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
      end--;
    }
    return range.source().range(start, end);
  }
}
