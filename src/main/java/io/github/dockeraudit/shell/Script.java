package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Memory;
import io.github.dockeraudit.source.Remembering;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** The commands of a text, as a shell would read them. */
public final class Script implements Remembering {

  /** Scripts handed to a shell by such a script, and so on: deeper ones are not read. */
  private static final int DEEPEST = 8;

  private final MappedText text;
  private final Dialect dialect;
  private final Block block;
  private final List<SimpleCommand> commands;
  private final Optional<SourceRange> remainder;
  private final Memory memory = new Memory();

  private Script(
      MappedText text, Dialect dialect, Block block, Optional<SourceRange> remainder, int depth) {
    this.text = text;
    this.dialect = dialect;
    this.block = block;
    this.remainder = remainder;
    List<SimpleCommand> own = CommandCollector.commandsOf(block);
    this.commands = readHanded(own, depth) ? CommandCollector.commandsOf(block) : own;
  }

  /** Reads a text, of any content; an {@link Dialect#OPAQUE} one has no commands. */
  public static Script parse(MappedText text, Dialect dialect) {
    return parse(text, dialect, 0);
  }

  /**
   * The single command of the words of an exec form, which no shell expands, and what it hands to a
   * shell; no command if there are no words.
   *
   * @param text the whole, such as the JSON list
   * @param words the value of each word
   */
  public static Script ofWords(MappedText text, List<MappedText> words) {
    List<Node> nodes =
        words.isEmpty()
            ? List.of()
            : List.of(
                new SimpleCommand(
                    text,
                    0,
                    text.length(),
                    List.of(),
                    words.stream().map(Word::verbatim).toList(),
                    List.of()));
    Block block = new Block(text, 0, text.length(), Block.Role.SCRIPT, List.of(), nodes);
    return new Script(text, Dialect.POSIX, block, Optional.empty(), 0);
  }

  private static Script parse(MappedText text, Dialect dialect, int depth) {
    if (dialect == Dialect.OPAQUE) {
      Block block = new Block(text, 0, text.length(), Block.Role.SCRIPT, List.of(), List.of());
      return new Script(text, dialect, block, Optional.empty(), depth);
    }
    Reading reading = new Reading();
    Block block = new Parser(text, dialect, reading).script(Block.Role.SCRIPT);
    return new Script(text, dialect, block, reading.remainder(), depth);
  }

  /** Reads the scripts that these commands hand to a shell; false if there are none. */
  private boolean readHanded(List<SimpleCommand> own, int depth) {
    boolean some = false;
    for (SimpleCommand command : own) {
      Optional<HandedScript> handed =
          depth < DEEPEST ? HandedScript.of(command, dialect) : Optional.empty();
      if (handed.isPresent()) {
        some = true;
        command.hand(parse(handed.get().text(), handed.get().dialect(), depth + 1));
      }
    }
    return some;
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
   * where reading went on, are given all the same. What could not be read of a script handed to a
   * shell is only said by that script.
   */
  public Optional<SourceRange> remainder() {
    return remainder;
  }

  @Override
  public Memory memory() {
    return memory;
  }
}
