package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.Optional;

/** Where a command reads from or writes to instead: {@code 2>/dev/null}, {@code <<EOF}. */
public final class Redirection extends Span {

  /** The form of a redirection. */
  public enum Operator {
    READ("<"),
    WRITE(">"),
    APPEND(">>"),
    CLOBBER(">|"),
    READ_WRITE("<>"),
    DUPLICATE_INPUT("<&"),
    DUPLICATE_OUTPUT(">&"),
    WRITE_BOTH("&>"),
    APPEND_BOTH("&>>"),
    HERE_DOCUMENT("<<"),
    HERE_DOCUMENT_WITHOUT_TABS("<<-"),
    HERE_STRING("<<<");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
      return symbol;
    }

    /** Whether it changes a file, of the name given as its target. */
    public boolean writes() {
      return this == WRITE
          || this == APPEND
          || this == CLOBBER
          || this == READ_WRITE
          || this == WRITE_BOTH
          || this == APPEND_BOTH;
    }

    /** Whether its target is the word that ends a here-document. */
    public boolean isHereDocument() {
      return this == HERE_DOCUMENT || this == HERE_DOCUMENT_WITHOUT_TABS;
    }

    int defaultDescriptor() {
      return symbol.charAt(0) == '<' ? 0 : 1;
    }
  }

  private final Operator operator;
  private final int descriptor;
  private final Word target;
  private Word body;

  Redirection(MappedText text, int start, int end, Operator operator, int descriptor, Word target) {
    super(text, start, end);
    this.operator = operator;
    this.descriptor = descriptor;
    this.target = target;
  }

  /** The form. */
  public Operator operator() {
    return operator;
  }

  /**
   * The file descriptor that is redirected: 0 for standard input, 1 for output, 2 for errors; -1 if
   * the shell chooses one, as for <code>{fd}&gt;</code>. {@code &>} says 1 and means 2 too.
   */
  public int descriptor() {
    return descriptor;
  }

  /** The file, the other descriptor, the here-string, or the word that ends the here-document. */
  public Word target() {
    return target;
  }

  /**
   * The lines of a here-document, not its last one; empty for other forms and where the script has
   * no lines after it. It has no literal if the shell expands something in it.
   */
  public Optional<Word> body() {
    return Optional.ofNullable(body);
  }
}
