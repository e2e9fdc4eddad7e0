package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;
import java.util.Optional;

/** A part of a script that can be run, from one command to the whole. */
public abstract sealed class Node extends Span
    permits AndOr, Block, Compound, Pipeline, SimpleCommand {

  /** The index of a block that is no child of its parent, but stands in a word of it. */
  static final int IN_WORD = -1;

  private Node parent;
  private int index;
  private boolean background;

  Node(MappedText text, int start, int end) {
    super(text, start, end);
  }

  /** The parts it is made of, in text order; none for a simple command. */
  public abstract List<? extends Node> children();

  /**
   * What it is a part of. The block of a substitution, and of the script in {@code sh -c "..."}, is
   * a part of the command that holds it; only the block of a whole script is part of nothing.
   */
  public Optional<Node> parent() {
    return Optional.ofNullable(written().parent);
  }

  /** Its next sibling: what comes after it in the same block, chain or pipeline, if anything. */
  public Optional<Node> next() {
    Node up = written().parent;
    int after = written().index + 1;
    return up == null || after == 0 || after >= up.children().size()
        ? Optional.empty()
        : Optional.of(up.children().get(after));
  }

  /** All simple commands in it however nested, in text order. */
  public List<SimpleCommand> commands() {
    return CommandCollector.commandsOf(this);
  }

  /**
   * Whether this is reached only after {@code earlier} has been run, in a list of {@code ;}, line
   * ends and {@code &&} of the same script, as long as all goes well. False if one of them may run
   * without the other, as in the branches of an {@code if} or on both sides of {@code ||}, for two
   * parts of a pipeline, and after a command in the background.
   */
  public boolean follows(Node earlier) {
    return Order.isCertain(earlier.written(), written());
  }

  /**
   * What reads the output of this: the next part of the pipeline that this stands in, at any depth;
   * empty inside a substitution, whose output becomes text. Redirections are not looked at.
   */
  public Optional<Node> pipedInto() {
    Node node = written();
    while (node.parent != null && !node.isApart()) {
      if (node.parent instanceof Pipeline && node.next().isPresent()) {
        return node.next();
      }
      node = node.parent;
    }
    return Optional.empty();
  }

  /**
   * Whether it stands in the condition of an {@code if}, {@code while} or {@code until}, at any
   * depth but that of a substitution.
   */
  public boolean inCondition() {
    Node node = written();
    while (node.parent != null && !node.isApart()) {
      if (node instanceof Block block && block.role() == Block.Role.CONDITION) {
        return true;
      }
      node = node.parent;
    }
    return false;
  }

  /** Whether the script goes on while it runs, as {@code &} after it says. */
  public boolean inBackground() {
    return written().background;
  }

  /** This as it stands in the script, where this is a view of it. */
  Node written() {
    return this;
  }

  int index() {
    return index;
  }

  final void runInBackground() {
    background = true;
  }

  final void adopt(List<? extends Node> parts) {
    for (int i = 0; i < parts.size(); i++) {
      Node part = parts.get(i);
      part.parent = this;
      part.index = i;
    }
  }

  final void adopt(Word word) {
    if (!word.expansions().isEmpty()) {
      for (Expansion expansion : word.expansions()) {
        expansion.block().ifPresent(this::adoptFromWord);
      }
    }
  }

  final void adoptFromWord(Block block) {
    Node node = block;
    node.parent = this;
    node.index = IN_WORD;
  }

  private boolean isApart() {
    return this instanceof Block block && block.role() == Block.Role.SUBSTITUTION
        || this instanceof Compound compound && compound.kind() == Compound.Kind.FUNCTION;
  }
}
