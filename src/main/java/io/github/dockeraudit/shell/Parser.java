package io.github.dockeraudit.shell;

import io.github.dockeraudit.shell.Lexer.Token;
import io.github.dockeraudit.source.MappedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lists, pipelines and simple commands by the shell's grammar.
 *
 * <p>Where the grammar is broken, the token that should not be there is noted and passed over, so
 * that every step gets on and the commands after it are still seen.
 */
final class Parser {

  private final MappedText text;
  private final Dialect dialect;
  private final Cursor cursor;
  private final Lexer lexer;
  private final CompoundParser compounds;

  /** The keywords that may end a construct which is being read, as bits. */
  private int closers;

  Parser(MappedText text, Dialect dialect, Reading reading) {
    this.text = text;
    this.dialect = dialect;
    this.cursor = new Cursor(text, reading);
    ElementReader elements = new ElementReader(cursor, this);
    WordReader words = new WordReader(cursor, elements);
    this.lexer = new Lexer(cursor, words, dialect);
    this.compounds = new CompoundParser(this, cursor, lexer, words, dialect);
  }

  /** All of the text. */
  Block script(Block.Role role) {
    lexer.advance();
    return block(role, List.of(), 0);
  }

  /** The commands of a text that stands inside this one, such as in backquotes. */
  Block inner(MappedText inner) {
    return new Parser(inner, dialect, cursor.reading()).script(Block.Role.SUBSTITUTION);
  }

  /**
   * The commands from the position of the lexer to the parenthesis that ends them, which is passed.
   *
   * @param start where the whole substitution begins
   */
  Block substitution(int start) {
    if (!cursor.reading().enter()) {
      cursor.abandon(start);
      return new Block(text, start, start, Block.Role.SUBSTITUTION, List.of(), List.of());
    }
    int outer = closers;
    closers = 0;
    lexer.resume();
    Block block = block(Block.Role.SUBSTITUTION, List.of(), Keyword.CLOSE_PARENTHESIS.bit());
    if (!lexer.at(Token.CLOSE)) {
      cursor.abandon(start);
    }
    closers = outer;
    cursor.reading().leave();
    return block;
  }

  /**
   * Commands up to, and without, a keyword that ends them or a construct around them.
   *
   * @param ends the keywords that end them, as bits
   */
  Block block(Block.Role role, List<Word> patterns, int ends) {
    int outer = closers;
    closers |= ends;
    int start = lexer.lastEnd();
    List<Node> nodes = new ArrayList<>(4);
    skipNewlines();
    while (!isAtEnd()) {
      Node node = list();
      if (node != null) {
        nodes.add(node);
        separator(node);
      } else if (!isAtEnd()) {
        lexer.fail();
        lexer.advance();
      }
      skipNewlines();
    }
    closers = outer;
    if (nodes.isEmpty()) {
      return new Block(text, start, start, role, patterns, List.of());
    }
    Node last = nodes.get(nodes.size() - 1);
    return new Block(text, nodes.get(0).start, last.end, role, patterns, List.copyOf(nodes));
  }

  void skipNewlines() {
    while (lexer.at(Token.NEWLINE)) {
      lexer.advance();
    }
  }

  private boolean isAtEnd() {
    return lexer.at(Token.END) || (closers & lexer.keyword().bit()) != 0;
  }

  private void separator(Node before) {
    switch (lexer.token()) {
      case AMPERSAND:
        before.runInBackground();
        lexer.advance();
        break;
      case SEMICOLON:
        lexer.advance();
        break;
      case NEWLINE:
        break;
      default:
        if (!isAtEnd()) {
          lexer.fail();
        }
    }
  }

  /** Commands joined by {@code &&} and {@code ||}; null if none begins here. */
  private Node list() {
    Node first = pipeline();
    if (first == null || operator() == null) {
      return first;
    }
    List<Node> nodes = new ArrayList<>(8);
    List<AndOr.Operator> operators = new ArrayList<>(8);
    nodes.add(first);
    AndOr.Operator operator;
    while ((operator = operator()) != null) {
      Node next = afterOperator();
      if (next == null) {
        break;
      }
      operators.add(operator);
      nodes.add(next);
    }
    if (nodes.size() == 1) {
      return first;
    }
    int end = nodes.get(nodes.size() - 1).end;
    return new AndOr(text, first.start, end, List.copyOf(nodes), List.copyOf(operators));
  }

  private AndOr.Operator operator() {
    switch (lexer.token()) {
      case AND:
        return AndOr.Operator.AND;
      case OR:
        return AndOr.Operator.OR;
      default:
        return null;
    }
  }

  private Node afterOperator() {
    int start = lexer.start();
    int end = lexer.end();
    lexer.advance();
    skipNewlines();
    Node next = pipeline();
    if (next == null) {
      cursor.fail(start, end);
    }
    return next;
  }

  /** Commands joined by {@code |}; null if none begins here. */
  private Node pipeline() {
    int start = lexer.start();
    boolean negated = false;
    while (lexer.keyword() == Keyword.NOT) {
      negated = !negated;
      lexer.advance();
    }
    Node first = lexer.keyword() == Keyword.TIME ? timed() : command();
    if (first == null || !lexer.at(Token.PIPE)) {
      return first == null || !negated
          ? first
          : new Pipeline(text, start, first.end, List.of(first));
    }
    List<Node> nodes = new ArrayList<>(4);
    nodes.add(first);
    while (lexer.at(Token.PIPE)) {
      int operator = lexer.start();
      int operatorEnd = lexer.end();
      lexer.advance();
      skipNewlines();
      Node next = command();
      if (next == null) {
        cursor.fail(operator, operatorEnd);
        break;
      }
      nodes.add(next);
    }
    int end = nodes.get(nodes.size() - 1).end;
    return new Pipeline(text, start, end, List.copyOf(nodes));
  }

  /**
   * A command after {@code time}. That is a keyword before a compound command, and elsewhere might
   * as well be the program of this name: there it stays the name of the command.
   */
  private Node timed() {
    List<Word> words = new ArrayList<>(4);
    words.add(lexer.word());
    lexer.advance();
    if (lexer.at(Token.WORD) && lexer.word().is("-p")) {
      words.add(lexer.word());
      lexer.advance();
    }
    return startsCompound() ? command() : simpleCommand(words);
  }

  /** Whether the current token begins a compound command. */
  boolean startsCompound() {
    return lexer.at(Token.OPEN) || lexer.keyword().opens();
  }

  /** One simple or compound command; null if none begins here. */
  Node command() {
    switch (lexer.token()) {
      case OPEN:
        return compounds.parentheses();
      case REDIRECTION:
        return simpleCommand(new ArrayList<>(0));
      case WORD:
        Keyword keyword = lexer.keyword();
        if (keyword.closes()) {
          return null;
        }
        Node compound = compounds.compound(keyword);
        return compound != null || isTooDeep() ? compound : simpleCommand(new ArrayList<>(8));
      default:
        return null;
    }
  }

  /** Whether the word that was just here has been given up, with all that comes after it. */
  private boolean isTooDeep() {
    return lexer.at(Token.END);
  }

  /**
   * A simple command, or a function if parentheses stand after its name.
   *
   * @param words those already read, to which the others are added
   */
  Node simpleCommand(List<Word> words) {
    int start = words.isEmpty() ? lexer.start() : words.get(0).start;
    List<Assignment> assignments = new ArrayList<>(0);
    List<Redirection> redirections = new ArrayList<>(0);
    while (true) {
      if (lexer.at(Token.REDIRECTION)) {
        redirections.add(redirection());
      } else if (lexer.at(Token.WORD)) {
        Word word = lexer.word();
        if (!words.isEmpty() || !Assignment.addTo(assignments, word)) {
          words.add(word);
        }
        lexer.advance();
        if (lexer.at(Token.OPEN) && lexer.word() == word && isFunction(words, start)) {
          return compounds.function(word);
        }
      } else {
        break;
      }
    }
    return new SimpleCommand(
        text,
        start,
        lexer.lastEnd(),
        List.copyOf(assignments),
        List.copyOf(words),
        List.copyOf(redirections));
  }

  /** Whether the parenthesis read after the only word so far is closed at once. */
  private boolean isFunction(List<Word> words, int start) {
    if (words.size() != 1 || words.get(0).start != start) {
      return false;
    }
    cursor.skipBlanks();
    return cursor.current() == ')';
  }

  /** The redirection that the current token begins. */
  Redirection redirection() {
    int start = lexer.start();
    int operatorEnd = lexer.end();
    Redirection.Operator operator = lexer.operator();
    int descriptor = lexer.descriptor();
    lexer.advance();
    if (!lexer.at(Token.WORD)) {
      cursor.fail(start, operatorEnd);
      Word none = new Word(text, operatorEnd, operatorEnd, Word.Form.PLAIN, List.of());
      return new Redirection(text, start, operatorEnd, operator, descriptor, none);
    }
    Word target = lexer.word();
    Redirection redirection =
        new Redirection(text, start, target.end, operator, descriptor, target);
    if (operator.isHereDocument()) {
      lexer.await(redirection);
    }
    lexer.advance();
    return redirection;
  }
}
