package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;

/** Commands that each read what the one before writes, or a single command after {@code !}. */
public final class Pipeline extends Node {

  private final boolean negated;
  private final List<Node> children;

  Pipeline(MappedText text, int start, int end, boolean negated, List<Node> children) {
    super(text, start, end);
    this.negated = negated;
    this.children = children;
    adopt(children);
  }

  /** Whether {@code !} stands before it. */
  public boolean isNegated() {
    return negated;
  }

  @Override
  public List<Node> children() {
    return children;
  }
}
