package io.github.dockeraudit.shell;

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

  private final Cursor cursor;
  private final String text;
  private final WordReader words;
  private final boolean bash;

  private Token token;
  private int start;
  private int end;
  private int lastEnd;
  private Word word;
  private Keyword keyword;
  private Redirection.Operator operator;
  private int descriptor;

  /** Here-documents whose lines begin after the next line end. */
  private List<Redirection> awaited = new ArrayList<>(0);

  Lexer(Cursor cursor, WordReader words, Dialect dialect) {
    this.cursor = cursor;
    this.text = cursor.text();
    this.words = words;
    this.bash = dialect == Dialect.BASH;
  }

  /** Reads the token after the current one; none is current at first. */
  void advance() {
    int previous = end;
    cursor.skipBlanks();
    int first = cursor.position();
    Token next = read();
    token = next;
    start = first;
    end = cursor.position();
    lastEnd = previous;
    keyword = null;
  }

  /** Reads the token at the cursor, up to which the text was read by other means. */
  void resume() {
    end = cursor.position();
    advance();
  }

  Token token() {
    return token;
  }

  boolean at(Token expected) {
    return token == expected;
  }

  /** Where the current token begins. */
  int start() {
    return start;
  }

  /** Where the current token ends. */
  int end() {
    return end;
  }

  /** Where the token before the current one ends. */
  int lastEnd() {
    return lastEnd;
  }

  /** The current token, or the last before it, that is a word. */
  Word word() {
    return word;
  }

  /** What the current token is as a keyword; {@link Keyword#NONE} for any other. */
  Keyword keyword() {
    if (keyword == null) {
      keyword = findKeyword();
    }
    return keyword;
  }

  /** What the current token, or the last before it that is a redirection, is. */
  Redirection.Operator operator() {
    return operator;
  }

  /** The descriptor of {@link #operator}, as in {@link Redirection#descriptor}. */
  int descriptor() {
    return descriptor;
  }

  /** Notes that the current token should not be here. */
  void fail() {
    cursor.fail(start, end);
  }

  /** Has the lines of a here-document read after the next line end. */
  void await(Redirection hereDocument) {
    awaited.add(hereDocument);
  }

  private Keyword findKeyword() {
    switch (token) {
      case WORD:
        return Keyword.of(word);
      case CLOSE:
        return Keyword.CLOSE_PARENTHESIS;
      case CLAUSE_END:
        return Keyword.CLAUSE_END;
      default:
        return Keyword.NONE;
    }
  }

  private Token read() {
    if (cursor.isAtEnd()) {
      return Token.END;
    }
    switch (cursor.current()) {
      case '\n':
        cursor.skip(1);
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
        return cursor.peek(1) == '(' ? readWord() : redirection();
      case '{':
        return bash && skipDescriptorName() ? redirection(-1) : readWord();
      default:
        return isDescriptor() ? redirection(takeNumber()) : readWord();
    }
  }

  private Token readWord() {
    word = words.read();
    return Token.WORD;
  }

  private Token take(int length, Token taken) {
    cursor.skip(length);
    return taken;
  }

  private Token semicolon() {
    if (cursor.peek(1) == ';') {
      return take(cursor.peek(2) == '&' ? 3 : 2, Token.CLAUSE_END);
    }
    return cursor.peek(1) == '&' ? take(2, Token.CLAUSE_END) : take(1, Token.SEMICOLON);
  }

  private Token ampersand() {
    if (cursor.peek(1) == '&') {
      return take(2, Token.AND);
    }
    return cursor.peek(1) == '>' ? redirection() : take(1, Token.AMPERSAND);
  }

  private Token pipe() {
    if (cursor.peek(1) == '|') {
      return take(2, Token.OR);
    }
    return take(cursor.peek(1) == '&' ? 2 : 1, Token.PIPE);
  }

  private boolean isDescriptor() {
    int ahead = 0;
    while (Cursor.isDigit(cursor.peek(ahead))) {
      ahead++;
    }
    return ahead > 0 && isAngle(cursor.peek(ahead));
  }

  /** A number too large for any descriptor is taken as the largest that we can hold. */
  private int takeNumber() {
    int number = 0;
    while (Cursor.isDigit(cursor.current())) {
      number = Math.min(number * 10 + cursor.current() - '0', Short.MAX_VALUE);
      cursor.skip(1);
    }
    return number;
  }

  private boolean skipDescriptorName() {
    int ahead = 1;
    while (Cursor.isNamePart(cursor.peek(ahead))) {
      ahead++;
    }
    boolean named = ahead > 1 && cursor.peek(ahead) == '}' && isAngle(cursor.peek(ahead + 1));
    if (named) {
      cursor.skip(ahead + 1);
    }
    return named;
  }

  private static boolean isAngle(char c) {
    return c == '<' || c == '>';
  }

  private Token redirection() {
    takeOperator();
    descriptor = operator.defaultDescriptor();
    return Token.REDIRECTION;
  }

  private Token redirection(int given) {
    takeOperator();
    descriptor = given;
    return Token.REDIRECTION;
  }

  private void takeOperator() {
    operator = Redirection.Operator.at(text, cursor.position(), cursor.end());
    cursor.skip(operator.symbol().length());
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
    awaited.clear();
  }

  private void readHereDocument(Redirection hereDocument) {
    Word delimiter = hereDocument.target();
    String last = delimiter.literal().orElse(delimiter.raw());
    boolean tabs = hereDocument.operator() == Redirection.Operator.HERE_DOCUMENT_WITHOUT_TABS;
    int first = cursor.position();
    int bodyEnd = cursor.end();
    while (!cursor.isAtEnd()) {
      int line = cursor.position();
      cursor.skipLine();
      int lineEnd = cursor.position();
      cursor.skip(1);
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
}
