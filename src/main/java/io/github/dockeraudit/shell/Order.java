package io.github.dockeraudit.shell;

import io.github.dockeraudit.shell.AndOr.Operator;
import io.github.dockeraudit.shell.Block.Role;

/** Answers whether one part of a script is always run before another. */
final class Order {

  private Order() {}

  /** Whether {@code later} is reached only after {@code earlier} has been run. */
  static boolean isCertain(Node earlier, Node later) {
    int ahead = depth(earlier) - depth(later);
    Node first = climb(earlier, ahead);
    Node second = climb(later, -ahead);
    if (first == second) {
      return first == later && first != earlier && isSubstitutionOf(later, earlier);
    }
    while (parent(first) != parent(second)) {
      first = parent(first);
      second = parent(second);
    }
    Node common = parent(first);
    return common != null && isBefore(common, first, second) && runsWith(first, earlier);
  }

  private static int depth(Node node) {
    int depth = 0;
    for (Node up = node; up != null; up = parent(up)) {
      depth++;
    }
    return depth;
  }

  private static Node climb(Node node, int levels) {
    Node up = node;
    for (int i = 0; i < levels; i++) {
      up = parent(up);
    }
    return up;
  }

  private static Node parent(Node node) {
    return node.parent().orElse(null);
  }

  /** Whether {@code part} stands in a word of a command, and so is run before the command. */
  private static boolean isSubstitutionOf(Node command, Node part) {
    Node block = part;
    while (parent(block) != command) {
      block = parent(block);
    }
    return block.index() == Node.IN_WORD
        && ((Block) block).role() == Role.SUBSTITUTION
        && runsWith(block, part);
  }

  /** Whether of two parts of a node, the second is run only after the first. */
  private static boolean isBefore(Node common, Node first, Node second) {
    if (first.index() == Node.IN_WORD) {
      return second.index() != Node.IN_WORD || first.start < second.start;
    }
    if (first.index() >= second.index() || first.inBackground()) {
      return false;
    }
    if (common instanceof AndOr list) {
      return allAnd(list, first.index(), second.index());
    }
    return common instanceof Block || isCondition(first);
  }

  /** Whether {@code part} is run whenever {@code whole}, in which it stands, is run. */
  private static boolean runsWith(Node whole, Node part) {
    for (Node node = part; node != whole; node = parent(node)) {
      if (!runsWithParent(node, parent(node))) {
        return false;
      }
    }
    return true;
  }

  private static boolean runsWithParent(Node node, Node parent) {
    if (node.index() == Node.IN_WORD) {
      return true;
    }
    if (parent instanceof AndOr list) {
      return allAnd(list, 0, node.index());
    }
    if (parent instanceof Compound compound) {
      return runsWithCompound(node, compound);
    }
    return !node.inBackground();
  }

  /** A loop over words that are given is taken to have one. */
  private static boolean runsWithCompound(Node block, Compound compound) {
    switch (compound.kind()) {
      case GROUP:
      case SUBSHELL:
        return true;
      case IF:
      case WHILE:
      case UNTIL:
        return block.index() == 0;
      case FOR:
        return compound.words().size() > 1;
      default:
        return false;
    }
  }

  private static boolean isCondition(Node node) {
    return node instanceof Block block && block.role() == Role.CONDITION;
  }

  private static boolean allAnd(AndOr list, int from, int to) {
    return !list.operators().subList(from, to).contains(Operator.OR);
  }
}
