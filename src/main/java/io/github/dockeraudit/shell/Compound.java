package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;

/** A command made of others: a group, a branch, a loop, a function, {@code [[ ]]}. */
public final class Compound extends Node {

  /** The form of a compound command. */
  public enum Kind {
    /** <code>{ ...; }</code>. */
    GROUP,
    /** {@code ( ... )}. */
    SUBSHELL,
    /** Conditions and bodies in turn, and a last body for {@code else}. */
    IF,
    /** A condition and a body. */
    WHILE,
    /** A condition and a body. */
    UNTIL,
    /** The variable and what it runs over are its words; those of {@code for ((;;))} are one. */
    FOR,
    /** As {@link #FOR}. */
    SELECT,
    /** One block a clause; the subject is its only word. */
    CASE,
    /** {@code [[ ... ]]}: only words. */
    TEST,
    /** {@code (( ... ))}: only one word. */
    ARITHMETIC,
    /** The definition of a function, which does not run it; its name is its only word. */
    FUNCTION,
    /** {@code coproc}. */
    COPROCESS
  }

  private final Kind kind;
  private final List<Word> words;
  private final List<Block> children;
  private final List<Redirection> redirections;

  Compound(
      MappedText text,
      int start,
      int end,
      Kind kind,
      List<Word> words,
      List<Block> children,
      List<Redirection> redirections) {
    super(text, start, end);
    this.kind = kind;
    this.words = words;
    this.children = children;
    this.redirections = redirections;
    adopt(children);
    for (Word word : words) {
      adopt(word);
    }
    for (Redirection redirection : redirections) {
      redirection.belongTo(this);
    }
  }

  /** The form. */
  public Kind kind() {
    return kind;
  }

  /** The words of its head, or of the whole where it holds no commands. */
  public List<Word> words() {
    return words;
  }

  @Override
  public List<Block> children() {
    return children;
  }

  /** The redirections after it, which hold for all that it does. */
  public List<Redirection> redirections() {
    return redirections;
  }
}
