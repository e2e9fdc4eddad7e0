package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a script that can be run, from one command to the whole. */
public abstract sealed class Node extends Span
    permits AndOr, Block, Compound, Pipeline, SimpleCommand {

  private Node parent;
  private int index;

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
    return Optional.ofNullable(parent);
  }

  /** Its next sibling: what comes after it in the same block, chain or pipeline, if anything. */
  public Optional<Node> next() {
    return Optional.empty();
  }

  /** All simple commands in it however nested, in text order. */
  public Stream<SimpleCommand> commands() {
    return Stream.empty();
  }

  /**
   * Whether this is reached only after {@code earlier} has been run, in a list of {@code ;}, line
   * ends and {@code &&} of the same script. False if one of them may run without the other, such as
   * the branches of an {@code if} or the sides of {@code ||}, and for two parts of a pipeline.
   */
  public boolean follows(Node earlier) {
    return false;
  }

  /** What reads the output of this: the next part of the pipeline that it stands in. */
  public Optional<Node> pipedInto() {
    return Optional.empty();
  }

  /** Whether it stands in the condition of an {@code if}, {@code while} or {@code until}. */
  public boolean inCondition() {
    return false;
  }
}
