package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;
import java.util.Optional;

/** A command with its arguments, or only assignments or redirections. */
public final class SimpleCommand extends Node {

  private final List<Assignment> assignments;
  private final List<Word> words;
  private final List<Redirection> redirections;

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
  }

  /** The word that names what is run; empty for only assignments or redirections. */
  public Optional<Word> name() {
    return words.stream().findFirst();
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
    return Optional.empty();
  }

  /** Whether its {@link #program} is one of these. */
  public boolean is(String... programs) {
    return false;
  }

  /**
   * Whether one of these flags is given: {@code "-y"} alone or among others as in {@code -qy},
   * {@code "--yes"} alone or with a value as in {@code --yes=true}. Flags end at {@code --}.
   */
  public boolean hasFlag(String... names) {
    return false;
  }

  /**
   * The value of the first of these flags that is given with one: {@code -o v}, {@code -ov}, {@code
   * --output v} or {@code --output=v}. Where the value is a word of its own, this is known only for
   * flags of common programs.
   */
  public Optional<Word> flagValue(String... names) {
    return Optional.empty();
  }

  /**
   * The arguments that are neither flags nor, for common programs, the values of flags; all after
   * {@code --}.
   */
  public List<Word> operands() {
    return List.of();
  }

  /** The literal value of the first operand: {@code install} of {@code apt-get -y install}. */
  public Optional<String> subcommand() {
    return operands().stream().findFirst().flatMap(Word::literal);
  }

  /**
   * The command that is run in the end, seen through {@code env}, {@code exec}, {@code time},
   * {@code sudo}, {@code command}, {@code xargs}, {@code nohup}, {@code gosu}, {@code tini} and
   * such; itself when there is nothing to see through. Where a shell is run with a script, this is
   * the shell: see {@link #script}.
   */
  public SimpleCommand unwrapped() {
    return this;
  }

  /** The programs that {@link #unwrapped} sees through, outermost first. */
  public List<String> wrappers() {
    return List.of();
  }

  /**
   * The script that this hands to a shell: the argument of {@code sh -c}, {@code su -c} or {@code
   * eval}, or the here-document of a shell. Its commands are among those of the outer script.
   * Expansions of the outer shell stand in it as expansions.
   */
  public Optional<Script> script() {
    return Optional.empty();
  }

  @Override
  public List<Node> children() {
    return List.of();
  }
}
