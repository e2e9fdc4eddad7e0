package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * A text written below an instruction, such as the lines after {@code RUN <<EOF}.
 *
 * @param range the marker, from {@code <<} or its file descriptor to the name
 * @param name the name that ends the text, without quotes
 * @param body the lines of the text with their line endings, without the line that ends it
 * @param expands whether Docker expands variables in the text of COPY and ADD: the name is unquoted
 * @param chomps whether leading tabs are taken off the lines: {@code <<-}
 * @param fileDescriptor the number before {@code <<}; 0 without one
 */
public record Heredoc(
    SourceRange range,
    String name,
    SourceRange body,
    boolean expands,
    boolean chomps,
    int fileDescriptor)
    implements Located {

  /** The text as written, leading tabs included. */
  public String text() {
    return body.text();
  }

  static boolean isMarker(Word word) {
    return word.text().contains("<<");
  }
}
