package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens, one at a time and only as far as the parser has asked for: what a
 * character means depends on what stands before it.
 */
final class Lexer {

  /** What a stretch of text is to the parser. */
  enum Token {
    END,
    NEWLINE,
    WORD,
    REDIRECTION,
    SEMICOLON,
    AMPERSAND,
    AND,
    OR,
    PIPE,
    CLAUSE_END,
    OPEN,
    CLOSE
  }

  final MappedText mapped;
  final String text;
  final Reading reading;
  final ElementReader elements;
  final WordReader words;
  private final boolean bash;

  /** Where reading goes on, and where it ends at the latest. */
  int pos;

  int end;

  /** The current token, its place, and the end of the one before it. */
  Token token;

  int start;
  int lastEnd;
  private int tokenEnd;

  /** The current token if it is a {@link Token#WORD}. */
  Word word;

  /** What the current token is if it is a {@link Token#REDIRECTION}. */
  Redirection.Operator operator;

  int descriptor;

  /** Here-documents whose lines begin after the next line end. */
  private List<Redirection> awaited = new ArrayList<>(0);

  Lexer(MappedText mapped, Dialect dialect, Reading reading, Parser parser) {
    this.mapped = mapped;
    this.text = mapped.text();
    this.reading = reading;
    this.bash = dialect == Dialect.BASH;
    this.end = text.length();
    this.elements = new ElementReader(this, parser);
    this.words = new WordReader(this, elements);
  }

  /** Reads the token after the current one. */
  void advance() {
    int previous = tokenEnd;
    skipBlanks();
    int first = pos;
    Token next = read();
    token = next;
    start = first;
    tokenEnd = pos;
    lastEnd = previous;
  }

  /** Reads the token at {@link #pos}, up to which the text was read by other means. */
  void resume() {
    tokenEnd = pos;
    advance();
  }

  /** Gives up on all that is left, of which the text from {@code from} could not be read. */
  void abandon(int from) {
    reading.fail(mapped, from, end);
    pos = end;
  }

  /** Notes that the current token should not be here. */
  void failAtToken() {
    reading.fail(mapped, start, token == Token.END ? end : tokenEnd);
  }

  /** Has the lines of a here-document read after the next line end. */
  void await(Redirection hereDocument) {
    awaited.add(hereDocument);
  }

  /** Moves on to what is not a blank, a line continuation or a comment. */
  void skipBlanks() {
    while (pos < end) {
      char c = text.charAt(pos);
      if (c == ' ' || c == '\t') {
        pos++;
      } else if (c == '\\' && lineBreakAt(pos + 1) > 0) {
        pos += 1 + lineBreakAt(pos + 1);
      } else if (c == '\r' && lineEndsAt(pos)) {
        pos++;
      } else if (c == '#') {
        pos = endOfLine(pos);
      } else {
        return;
      }
    }
  }

  /** The character {@code ahead} of {@link #pos}; 0 after the end. */
  char peek(int ahead) {
    return pos + ahead < end ? text.charAt(pos + ahead) : 0;
  }

  /** The number of characters that break the line at {@code offset}: 2, 1, or 0 for none. */
  int lineBreakAt(int offset) {
    if (offset < end && text.charAt(offset) == '\n') {
      return 1;
    }
    return offset + 1 < end && text.charAt(offset) == '\r' && text.charAt(offset + 1) == '\n'
        ? 2
        : 0;
  }

  /** Whether the carriage return at {@code offset} is but a part of the end of its line. */
  boolean lineEndsAt(int offset) {
    return offset + 1 == end || text.charAt(offset + 1) == '\n';
  }

  private Token read() {
    if (pos >= end) {
      return Token.END;
    }
    switch (text.charAt(pos)) {
      case '\n':
        pos++;
        readHereDocuments();
        return Token.NEWLINE;
      case ';':
        return semicolon();
      case '&':
        return ampersand();
      case '|':
        return pipe();
      case '(':
        return take(1, Token.OPEN);
      case ')':
        return take(1, Token.CLOSE);
      case '<':
      case '>':
        return peek(1) == '(' ? word() : redirection(-2);
      case '{':
        return bash && isDescriptorName() ? redirection(-1) : word();
      default:
        return isDescriptor() ? redirection(takeNumber()) : word();
    }
  }

  private Token word() {
    word = words.read();
    return Token.WORD;
  }

  private Token take(int length, Token token) {
    pos += length;
    return token;
  }

  private Token semicolon() {
    if (peek(1) == ';') {
      return take(peek(2) == '&' ? 3 : 2, Token.CLAUSE_END);
    }
    return peek(1) == '&' ? take(2, Token.CLAUSE_END) : take(1, Token.SEMICOLON);
  }

  private Token ampersand() {
    if (peek(1) == '&') {
      return take(2, Token.AND);
    }
    return peek(1) == '>' ? redirection(-2) : take(1, Token.AMPERSAND);
  }

  private Token pipe() {
    if (peek(1) == '|') {
      return take(2, Token.OR);
    }
    return take(peek(1) == '&' ? 2 : 1, Token.PIPE);
  }

  private boolean isDescriptor() {
    int i = pos;
    while (i < end && isDigit(text.charAt(i))) {
      i++;
    }
    return i > pos && i < end && (text.charAt(i) == '<' || text.charAt(i) == '>');
  }

  /** A number too large for any descriptor stays what it is: the largest one. */
  private int takeNumber() {
    int number = 0;
    while (isDigit(text.charAt(pos))) {
      number = Math.min(number * 10 + text.charAt(pos) - '0', Short.MAX_VALUE);
      pos++;
    }
    return number;
  }

  private boolean isDescriptorName() {
    int i = pos + 1;
    while (i < end && isNamePart(text.charAt(i))) {
      i++;
    }
    boolean named =
        i > pos + 1
            && i + 1 < end
            && text.charAt(i) == '}'
            && (text.charAt(i + 1) == '<' || text.charAt(i + 1) == '>');
    if (named) {
      pos = i + 1;
    }
    return named;
  }

  /** Reads the operator; {@code given} is the descriptor before it, -2 if there is none. */
  private Token redirection(int given) {
    operator = Redirection.Operator.at(text, pos, end);
    pos += operator.symbol().length();
    descriptor = given == -2 ? operator.defaultDescriptor() : given;
    return Token.REDIRECTION;
  }

  private void readHereDocuments() {
    if (awaited.isEmpty()) {
      return;
    }
    List<Redirection> due = awaited;
    awaited = new ArrayList<>(0);
    for (Redirection hereDocument : due) {
      readHereDocument(hereDocument);
    }
  }

  private void readHereDocument(Redirection hereDocument) {
    Word delimiter = hereDocument.target();
    String last = delimiter.literal().orElse(delimiter.raw());
    boolean tabs = hereDocument.operator() == Redirection.Operator.HERE_DOCUMENT_WITHOUT_TABS;
    int first = pos;
    int bodyEnd = end;
    while (pos < end) {
      int line = pos;
      int lineEnd = endOfLine(line);
      pos = Math.min(lineEnd + 1, end);
      if (isLast(line, lineEnd, last, tabs)) {
        bodyEnd = line;
        break;
      }
    }
    hereDocument.fill(words.readHereDocument(first, bodyEnd, delimiter.isQuoted()));
  }

  private boolean isLast(int line, int lineEnd, String delimiter, boolean tabs) {
    int from = line;
    while (tabs && from < lineEnd && text.charAt(from) == '\t') {
      from++;
    }
    int to = lineEnd > from && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
    return to - from == delimiter.length() && text.startsWith(delimiter, from);
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < end && text.charAt(i) != '\n') {
      i++;
    }
    return i;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }
}
