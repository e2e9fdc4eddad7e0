package io.github.dockeraudit.source;

import static java.util.Objects.requireNonNull;

/**
 * One replacement in one file.
 *
 * @param range the text to replace; empty to insert
 * @param replacement the new text, with the line endings of the file; empty to delete
 */
public record TextEdit(SourceRange range, String replacement) {

  public TextEdit {
    requireNonNull(range);
    requireNonNull(replacement);
  }
}
