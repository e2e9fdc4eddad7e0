package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.Optional;

/** A part of a word that the shell replaces when it runs: {@code $v}, {@code $(date)} and so on. */
public final class Expansion extends Span {

  /** What stands for what. */
  public enum Kind {
    /** {@code $v} or <code>${v}</code> with any operator. */
    PARAMETER,
    /** {@code $(...)} or backticks. */
    COMMAND,
    /** {@code $((...))}. */
    ARITHMETIC,
    /** {@code <(...)} or {@code >(...)}. */
    PROCESS,
    /**
     * <code>{{ ... }}</code>, by which a template engine writes the Dockerfile: no shell gets to
     * see it.
     */
    TEMPLATE
  }

  private final Kind kind;
  private final String name;
  private final Block block;

  private Expansion(MappedText text, int start, int end, Kind kind, String name, Block block) {
    super(text, start, end);
    this.kind = kind;
    this.name = name;
    this.block = block;
  }

  static Expansion parameter(MappedText text, int start, int end, String name) {
    return new Expansion(text, start, end, Kind.PARAMETER, name, null);
  }

  static Expansion text(MappedText text, int start, int end, Kind kind) {
    return new Expansion(text, start, end, kind, "", null);
  }

  static Expansion commands(MappedText text, int start, int end, Kind kind, Block block) {
    return new Expansion(text, start, end, kind, "", block);
  }

  /** What stands for what. */
  public Kind kind() {
    return kind;
  }

  /** The name of the parameter, such as {@code HOME} or {@code 1}; empty for the other kinds. */
  public String name() {
    return name;
  }

  /** The commands that give the value; empty where there are none. */
  public Optional<Block> block() {
    return Optional.ofNullable(block);
  }
}
