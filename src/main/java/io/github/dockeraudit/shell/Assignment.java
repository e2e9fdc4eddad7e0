package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;

/** A variable set before a command or on its own: {@code A=1}, {@code A+=1}, {@code A=(1 2)}. */
public final class Assignment extends Span {

  private final String name;
  private final Word value;

  Assignment(MappedText text, int start, int end, String name, Word value) {
    super(text, start, end);
    this.name = name;
    this.value = value;
  }

  /** The name of the variable, without a subscript. */
  public String name() {
    return name;
  }

  /** The value; an empty word after a bare {@code A=}, without a literal for an array. */
  public Word value() {
    return value;
  }
}
