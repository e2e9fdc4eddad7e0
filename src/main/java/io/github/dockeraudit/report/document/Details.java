package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/**
 * What only some readers want to see: a line to open, and the rest.
 *
 * @param summary the line that is always seen
 */
public record Details(Text summary, List<Block> blocks) implements Block {

  public Details {
    Objects.requireNonNull(summary);
    blocks = List.copyOf(blocks);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
