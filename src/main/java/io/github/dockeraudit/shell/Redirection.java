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

    private static final Operator[] ALL = values();

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

    /** The operator that stands at {@code start}, where one must stand. */
    static Operator at(String text, int start, int end) {
      Operator longest = text.charAt(start) == '<' ? READ : WRITE;
      for (Operator operator : ALL) {
        if (operator.symbol.length() > longest.symbol.length()
            && start + operator.symbol.length() <= end
            && text.startsWith(operator.symbol, start)) {
          longest = operator;
        }
      }
      return longest;
    }

    int defaultDescriptor() {
      return symbol.charAt(0) == '<' ? 0 : 1;
    }
  }

  private final Operator operator;
  private final int descriptor;
  private final Word target;
  private Word body;
  private Node owner;

  Redirection(MappedText text, int start, int end, Operator operator, int descriptor, Word target) {
    super(text, start, end);
    this.operator = operator;
    this.descriptor = descriptor;
    this.target = target;
  }

  /** Takes the lines of the here-document, which come after the command. */
  void fill(Word lines) {
    body = lines;
    if (owner != null) {
      owner.adopt(lines);
    }
  }

  /** Takes the command that this belongs to. */
  void belongTo(Node command) {
    owner = command;
    owner.adopt(target);
    if (body != null) {
      owner.adopt(body);
    }
  }

  /** Whether no commands stand in it. */
  boolean isPlain() {
    return target.expansions().isEmpty() && (body == null || body.expansions().isEmpty());
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
