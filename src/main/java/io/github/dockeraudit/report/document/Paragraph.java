package io.github.dockeraudit.report.document;

import java.util.Objects;

/** A few sentences. */
public record Paragraph(Text text) implements Block {

  public Paragraph {
    Objects.requireNonNull(text);
  }

  /** A paragraph of plain text. */
  public static Paragraph of(String text) {
    return new Paragraph(Text.of(text));
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
