package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** A command, entry point or health check: one string, or a list of words. */
public final class CommandLine implements Located {

  private final Node node;

  CommandLine(Node node) {
    this.node = node;
  }

  @Override
  public SourceRange range() {
    return node.range();
  }

  /** Whether it is a list of words. */
  public boolean isList() {
    return node instanceof Sequence;
  }

  /** The one string; empty for a list. */
  public Optional<Scalar> string() {
    return node.asScalar();
  }

  /** The words of a list; empty for a string. */
  public List<Scalar> words() {
    return node.asSequence().stream().flatMap(Sequence::scalars).toList();
  }

  /** Whether the first word of a list is the given one. */
  public boolean startsWith(String word) {
    List<Scalar> words = words();
    return !words.isEmpty() && words.get(0).is(word);
  }
}
