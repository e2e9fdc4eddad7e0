package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.List;
import java.util.Optional;

/** One word of a command, such as its name or an argument. */
public final class Word extends Span {

  /** How the raw text of a word relates to its value. */
  enum Form {
    /** The raw text is the value, but for expansions. */
    PLAIN,
    /** Quotes or backslashes have to be removed. */
    QUOTED,
    /** Several values in parentheses, which no one string can hold. */
    ARRAY
  }

  private final Form form;
  private final List<Expansion> expansions;

  Word(MappedText text, int start, int end, Form form, List<Expansion> expansions) {
    super(text, start, end);
    this.form = form;
    this.expansions = expansions;
  }

  /**
   * The value, quotes removed; empty when it holds an expansion. Patterns ({@code *.deb}), braces
   * ({@code {a,b}}) and tildes stand in it as they are written.
   */
  public Optional<String> literal() {
    return Optional.of(raw());
  }

  /** The part of the value before the first expansion, quotes removed; all of a literal. */
  public String prefix() {
    return raw();
  }

  /** Whether this is a literal of just this value. */
  public boolean is(String value) {
    return literal().filter(value::equals).isPresent();
  }

  /** Whether any of it is quoted, by quotes or by a backslash. */
  public boolean isQuoted() {
    return form == Form.QUOTED;
  }

  /** All expansions in text order, those inside others included; empty for a literal. */
  public List<Expansion> expansions() {
    return expansions;
  }
}
