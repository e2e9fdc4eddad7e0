package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;

/** Commands that each read what the one before writes, or a single command after {@code !}. */
public final class Pipeline extends Node {

  private final List<Node> children;

  Pipeline(MappedText text, int start, int end, List<Node> children) {
    super(text, start, end);
    this.children = children;
    adopt(children);
  }

  @Override
  public List<Node> children() {
    return children;
  }
}
