package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/**
 * Lines of a file in which words are marked.
 *
 * @param language as in {@link CodeBlock}
 * @param lines in their order; numbers may be left out between them
 */
public record Quote(String language, List<Line> lines) implements Block {

  /**
   * A line in three parts.
   *
   * @param number from 1
   * @param before what stands before the marked words; the whole line where none are marked
   * @param marked the marked words; empty where none are marked
   * @param after what stands after them
   */
  public record Line(int number, String before, String marked, String after) {

    public Line {
      Objects.requireNonNull(before);
      Objects.requireNonNull(marked);
      Objects.requireNonNull(after);
    }
  }

  public Quote {
    Objects.requireNonNull(language);
    lines = List.copyOf(lines);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
