package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;

/** Two or more commands joined by {@code &&} and {@code ||}. */
public final class AndOr extends Node {

  /** When the next command is run. */
  public enum Operator {
    /** {@code &&}: if all went well so far. */
    AND,
    /** {@code ||}: if the last one failed. */
    OR
  }

  private final List<Node> children;
  private final List<Operator> operators;

  AndOr(MappedText text, int start, int end, List<Node> children, List<Operator> operators) {
    super(text, start, end);
    this.children = children;
    adopt(children);
    this.operators = operators;
  }

  @Override
  public List<Node> children() {
    return children;
  }

  /** The operators between the children: one less than these. */
  public List<Operator> operators() {
    return operators;
  }
}
