package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A command with its arguments, or only assignments or redirections. */
public final class SimpleCommand extends Node {

  private final List<Assignment> assignments;
  private final List<Word> words;
  private final List<Redirection> redirections;

  /** The command as it is written, if this is what it runs in the end. */
  private final SimpleCommand written;

  private Script script;

  /** Computed on first use; a race only computes them twice. */
  private String program;

  private SimpleCommand unwrapped;

  private List<Word> operands;

  SimpleCommand(
      MappedText text,
      int start,
      int end,
      List<Assignment> assignments,
      List<Word> words,
      List<Redirection> redirections) {
    super(text, start, end);
    this.assignments = assignments;
    this.words = words;
    this.redirections = redirections;
    this.written = this;
    for (Assignment assignment : assignments) {
      adopt(assignment.word());
    }
    for (Word word : words) {
      adopt(word);
    }
    for (Redirection redirection : redirections) {
      redirection.belongTo(this);
    }
  }

  /** What a command runs in the end: its words from the given one on. */
  private SimpleCommand(SimpleCommand written, int name) {
    super(written.text, startOf(written, name), written.end);
    this.assignments = written.assignments;
    this.words = written.words.subList(name, written.words.size());
    this.redirections = written.redirections;
    this.written = written;
    this.unwrapped = this;
  }

  /** The words of an exec form are no part of its text. */
  private static int startOf(SimpleCommand written, int name) {
    Word word = written.words.get(name);
    return word.text == written.text ? word.start : written.start;
  }

  /** The word that names what is run; empty for only assignments or redirections. */
  public Optional<Word> name() {
    return words.isEmpty() ? Optional.empty() : Optional.of(words.get(0));
  }

  /** The name and the arguments. */
  public List<Word> words() {
    return words;
  }

  /** The words after the name. */
  public List<Word> arguments() {
    return words.isEmpty() ? words : words.subList(1, words.size());
  }

  /** The assignments before the name. */
  public List<Assignment> assignments() {
    return assignments;
  }

  /** The redirections, wherever they stand between the words. */
  public List<Redirection> redirections() {
    return redirections;
  }

  /**
   * The last segment of the name: {@code apt-get} of {@code /usr/bin/apt-get}; empty without a name
   * or if that holds an expansion.
   */
  public Optional<String> program() {
    String known = knownProgram();
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }

  /** Whether its {@link #program} is one of these. */
  public boolean is(String... programs) {
    String known = knownProgram();
    for (String candidate : programs) {
      if (!known.isEmpty() && candidate.equals(known)) {
        return true;
      }
    }
    return false;
  }

  private String knownProgram() {
    String known = program;
    if (known == null) {
      known = words.isEmpty() ? "" : Wrapper.program(words.get(0));
      program = known;
    }
    return known;
  }

  /**
   * Whether one of these flags is given: {@code "-y"} alone or among others as in {@code -qy},
   * {@code "--yes"} alone or with a value as in {@code --yes=true}. Flags end at {@code --}.
   */
  public boolean hasFlag(String... names) {
    Arguments read = new Arguments(knownProgram(), words);
    while (read.next()) {
      if (read.isFlag(names)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The value of the first of these flags that is given with one, which are flags that take a
   * value: {@code -o v}, {@code -ov}, {@code --output v} or {@code --output=v}.
   */
  public Optional<Word> flagValue(String... names) {
    Arguments read = new Arguments(knownProgram(), words);
    while (read.next()) {
      if (read.isFlag(names)) {
        Optional<Word> value = read.value(names);
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The arguments that are neither flags nor, for common programs, the values of flags; all after
   * {@code --}.
   */
  public List<Word> operands() {
    List<Word> known = operands;
    if (known == null) {
      known = readOperands();
      operands = known;
    }
    return known;
  }

  private List<Word> readOperands() {
    List<Word> found = new ArrayList<>(words.size());
    Arguments read = new Arguments(knownProgram(), words);
    while (read.next()) {
      if (read.isOperand()) {
        found.add(read.word());
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** The literal value of the first operand: {@code install} of {@code apt-get -y install}. */
  public Optional<String> subcommand() {
    Arguments read = new Arguments(knownProgram(), words);
    while (read.next()) {
      if (read.isOperand()) {
        return read.word().literal();
      }
    }
    return Optional.empty();
  }

  /**
   * The command that is run in the end, seen through {@code env}, {@code exec}, {@code time},
   * {@code sudo}, {@code command}, {@code xargs}, {@code nohup}, {@code gosu}, {@code tini} and
   * such; itself when there is nothing to see through. It stands where this stands. Where a shell
   * is run with a script, this is the shell: see {@link #script}.
   */
  public SimpleCommand unwrapped() {
    SimpleCommand run = unwrapped;
    if (run == null) {
      int name = Wrapper.commandIn(words);
      run = name == 0 ? this : new SimpleCommand(this, name);
      unwrapped = run;
    }
    return run;
  }

  /** The programs that {@link #unwrapped} sees through, outermost first; the same for that. */
  public List<String> wrappers() {
    return Wrapper.wrappersIn(written.words);
  }

  /**
   * Whether it stands in a script that a command hands to a shell, as in {@code sh -c "..."}; see
   * {@link #script}.
   */
  public boolean isHanded() {
    Node node = written;
    while (node.parent().isPresent()) {
      if (node instanceof Block block && block.role() == Block.Role.SCRIPT) {
        return true;
      }
      node = node.parent().get();
    }
    return false;
  }

  /**
   * The script that this hands to a shell: the argument of {@code sh -c}, {@code su -c} or {@code
   * eval}, or the here-document of a shell. Its commands are among those of the outer script.
   * Expansions of the outer shell stand in it as expansions.
   */
  public Optional<Script> script() {
    return Optional.ofNullable(written.script);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  Node written() {
    return written;
  }

  void hand(Script handed) {
    script = handed;
    adoptFromWord(handed.block());
  }
}
