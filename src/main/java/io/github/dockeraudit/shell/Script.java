package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** The commands of a text, as a shell would read them. */
public final class Script {

  private final MappedText text;
  private final Dialect dialect;
  private final Block block;
  private final List<SimpleCommand> commands;

  private Script(MappedText text, Dialect dialect, Block block, List<SimpleCommand> commands) {
    this.text = text;
    this.dialect = dialect;
    this.block = block;
    this.commands = commands;
  }

  /** Reads a text, of any content; an {@link Dialect#OPAQUE} one has no commands. */
  public static Script parse(MappedText text, Dialect dialect) {
    Block block = new Block(text, 0, text.length(), Block.Role.SCRIPT, List.of(), List.of());
    return new Script(text, dialect, block, List.of());
  }

  /**
   * The single command of the words of an exec form, which no shell expands, and what it hands to a
   * shell; no command if there are no words.
   *
   * @param text the whole, such as the JSON list
   * @param words the value of each word
   */
  public static Script ofWords(MappedText text, List<MappedText> words) {
    return parse(text, Dialect.OPAQUE);
  }

  /** The text that was read. */
  public MappedText text() {
    return text;
  }

  /** The language that it was read as. */
  public Dialect dialect() {
    return dialect;
  }

  /** The whole as a tree. */
  public Block block() {
    return block;
  }

  /**
   * Every simple command in text order: those in groups, functions and substitutions, and those in
   * the scripts handed to a shell (see {@link SimpleCommand#script}), included.
   */
  public List<SimpleCommand> commands() {
    return commands;
  }

  /**
   * The first text that could not be read; empty when all was. Commands before it, and after it
   * where reading went on, are given all the same.
   */
  public Optional<SourceRange> remainder() {
    return Optional.empty();
  }
}
