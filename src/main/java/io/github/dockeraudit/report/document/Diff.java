package io.github.dockeraudit.report.document;

import io.github.dockeraudit.fix.UnifiedDiff;
import java.util.List;

/**
 * A change of files.
 *
 * @param lines the lines of a unified diff, without secrets
 */
public record Diff(List<UnifiedDiff.Line> lines) implements Block {

  public Diff {
    lines = List.copyOf(lines);
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
