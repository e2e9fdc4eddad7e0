package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;

/**
 * A text written below an instruction, such as the lines after {@code RUN <<EOF}.
 *
 * @param range the marker, from {@code <<} or its file descriptor to the end of the name
 * @param name the name that ends the text, without quotes
 * @param body the lines of the text with their line endings, without the line that ends it
 * @param expands whether variables in the text are expanded: the name is not quoted
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

  /** The text as the build uses it: without leading tabs if it chomps. */
  public MappedText content() {
    if (!chomps) {
      return MappedText.of(body);
    }
    String text = body.source().text();
    MappedText.Builder content = new MappedText.Builder(body.source());
    int line = body.start();
    while (line < body.end()) {
      int start = line;
      while (start < body.end() && text.charAt(start) == '\t') {
        start++;
      }
      int newline = text.indexOf('\n', start);
      line = newline < 0 ? body.end() : newline + 1;
      content.copy(start, line);
    }
    return content.build();
  }
}
