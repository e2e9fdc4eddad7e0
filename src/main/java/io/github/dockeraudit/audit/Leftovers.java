package io.github.dockeraudit.audit;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;

/**
 * What accepts findings that are not there, or without a word on why.
 *
 * @param unused suppressions that accept nothing, by place
 * @param unreasoned suppressions without a reason, by place; none where none is asked for
 * @param outlived entries of the baseline that no finding answers to any more
 */
public record Leftovers(
    List<Remark> unused, List<Remark> unreasoned, List<Baseline.Entry> outlived) {

  /** Nothing. */
  public static final Leftovers NONE = new Leftovers(List.of(), List.of(), List.of());

  /**
   * What is to be said of one suppression.
   *
   * @param range where it stands
   * @param message what is wrong and what to do, as in a finding
   */
  public record Remark(SourceRange range, String message) implements Located {}

  public Leftovers {
    unused = List.copyOf(unused);
    unreasoned = List.copyOf(unreasoned);
    outlived = List.copyOf(outlived);
  }
}
