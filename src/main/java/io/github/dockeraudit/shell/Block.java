package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;

/** Commands that are run one after the other, separated by line ends, {@code ;} or {@code &}. */
public final class Block extends Node {

  /** What the commands are there for. */
  public enum Role {
    /** They are a whole script. */
    SCRIPT,
    /** They stand in <code>$(...)</code>, backticks, {@code <(...)} or {@code >(...)}. */
    SUBSTITUTION,
    /** Their exit status decides what an {@code if}, {@code while} or {@code until} does. */
    CONDITION,
    /** They are what a group, branch, loop or function does. */
    BODY
  }

  private final Role role;
  private final List<Word> patterns;
  private final List<Node> children;

  Block(MappedText text, int start, int end, Role role, List<Word> patterns, List<Node> children) {
    super(text, start, end);
    this.role = role;
    this.patterns = patterns;
    this.children = children;
    adopt(children);
    for (Word pattern : patterns) {
      adopt(pattern);
    }
  }

  /** What the commands are there for. */
  public Role role() {
    return role;
  }

  /** The patterns of this clause of a {@code case}; none elsewhere. */
  public List<Word> patterns() {
    return patterns;
  }

  @Override
  public List<Node> children() {
    return children;
  }
}
