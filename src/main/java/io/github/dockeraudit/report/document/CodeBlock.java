package io.github.dockeraudit.report.document;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Text to read as it stands or to copy.
 *
 * @param language as Markdown names it: {@code dockerfile}, {@code yaml}, {@code makefile}; empty
 *     for none
 * @param text without secrets; lines end with a line feed, the last may do without
 */
public record CodeBlock(String language, String text) implements Block {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]*");

  /**
   * @throws IllegalArgumentException if the language is not of its form
   */
  public CodeBlock {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("'%s' is not a language such as yaml".formatted(language));
    }
    Objects.requireNonNull(text);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
