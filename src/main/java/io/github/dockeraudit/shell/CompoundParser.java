package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Block.Role.BODY;
import static io.github.dockeraudit.shell.Block.Role.CONDITION;

import io.github.dockeraudit.shell.Compound.Kind;
import io.github.dockeraudit.shell.Lexer.Token;
import io.github.dockeraudit.source.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the commands that begin with a keyword or a parenthesis. */
final class CompoundParser {

  private final Parser parser;
  private final Cursor cursor;
  private final Lexer lexer;
  private final WordReader words;
  private final MappedText text;
  private final boolean bash;

  CompoundParser(Parser parser, Cursor cursor, Lexer lexer, WordReader words, Dialect dialect) {
    this.parser = parser;
    this.cursor = cursor;
    this.lexer = lexer;
    this.words = words;
    this.text = cursor.mapped();
    this.bash = dialect == Dialect.BASH;
  }

  /** The command that a keyword begins; null if it begins none. */
  Compound compound(Keyword keyword) {
    switch (keyword) {
      case IF:
        return read(this::branches);
      case WHILE:
        return read(draft -> loop(draft, Kind.WHILE));
      case UNTIL:
        return read(draft -> loop(draft, Kind.UNTIL));
      case FOR:
        return read(draft -> iteration(draft, Kind.FOR));
      case SELECT:
        return read(draft -> iteration(draft, Kind.SELECT));
      case CASE:
        return read(this::cases);
      case OPEN_BRACE:
        return read(draft -> group(draft, Kind.GROUP, Keyword.CLOSE_BRACE));
      case TEST:
        return read(this::test);
      case FUNCTION:
        return read(this::functionKeyword);
      case COPROC:
        return bash ? read(this::coprocess) : null;
      default:
        return null;
    }
  }

  /** A subshell or an arithmetic command. */
  Compound parentheses() {
    return cursor.current() == '(' && words.isArithmetic(lexer.start())
        ? read(this::arithmetic)
        : read(draft -> group(draft, Kind.SUBSHELL, Keyword.CLOSE_PARENTHESIS));
  }

  /** The function whose name has been read; the current token is its first parenthesis. */
  Compound function(Word name) {
    return read(
        draft -> {
          draft.start = name.start;
          parentheses(draft);
          definition(draft, name);
        });
  }

  /** A compound command of which a part has been read. */
  private final class Draft {
    private int start = lexer.start();
    private Kind kind;
    private final List<Word> words = new ArrayList<>(1);
    private final List<Block> blocks = new ArrayList<>(2);
    private final List<Redirection> redirections = new ArrayList<>(0);

    Compound finished() {
      while (lexer.at(Token.REDIRECTION)) {
        redirections.add(parser.redirection());
      }
      return new Compound(
          text,
          start,
          Math.max(start, lexer.lastEnd()),
          kind,
          List.copyOf(words),
          List.copyOf(blocks),
          List.copyOf(redirections));
    }

    /** Adds commands, of which there must be some. */
    void block(Block.Role role, int ends) {
      Block block = parser.block(role, List.of(), ends);
      if (block.children().isEmpty() && !lexer.at(Token.END)) {
        lexer.fail();
      }
      blocks.add(block);
    }

    /** Passes the keyword that must be here; false if something else is. */
    boolean expect(Keyword keyword) {
      if (lexer.keyword() == keyword) {
        lexer.advance();
        return true;
      }
      fail();
      return false;
    }

    /** Notes that this cannot be read: the text up to what should not be here. */
    void fail() {
      cursor.fail(start, lexer.at(Token.END) ? cursor.end() : lexer.lastEnd());
    }
  }

  private Compound read(Consumer<Draft> form) {
    Draft draft = new Draft();
    if (!cursor.reading().enter()) {
      cursor.abandon(draft.start);
      lexer.advance();
      return null;
    }
    form.accept(draft);
    cursor.reading().leave();
    return draft.finished();
  }

  private void group(Draft draft, Kind kind, Keyword last) {
    draft.kind = kind;
    lexer.advance();
    draft.block(BODY, last.bit());
    draft.expect(last);
  }

  private void branches(Draft draft) {
    draft.kind = Kind.IF;
    do {
      lexer.advance();
      draft.block(CONDITION, Keyword.THEN.bit());
      if (!draft.expect(Keyword.THEN)) {
        return;
      }
      draft.block(BODY, Keyword.ELIF.bit() | Keyword.ELSE.bit() | Keyword.FI.bit());
    } while (lexer.keyword() == Keyword.ELIF);
    if (lexer.keyword() == Keyword.ELSE) {
      lexer.advance();
      draft.block(BODY, Keyword.FI.bit());
    }
    draft.expect(Keyword.FI);
  }

  private void loop(Draft draft, Kind kind) {
    draft.kind = kind;
    lexer.advance();
    draft.block(CONDITION, Keyword.DO.bit());
    if (draft.expect(Keyword.DO)) {
      draft.block(BODY, Keyword.DONE.bit());
      draft.expect(Keyword.DONE);
    }
  }

  private void iteration(Draft draft, Kind kind) {
    draft.kind = kind;
    lexer.advance();
    if (lexer.at(Token.OPEN) && cursor.current() == '(') {
      cursor.skip(1);
      draft.words.add(words.readArithmetic());
      lexer.resume();
    } else if (lexer.at(Token.WORD)) {
      draft.words.add(lexer.word());
      lexer.advance();
      values(draft);
    } else {
      draft.fail();
    }
    if (lexer.at(Token.SEMICOLON)) {
      lexer.advance();
    }
    parser.skipNewlines();
    if (lexer.keyword() == Keyword.OPEN_BRACE) {
      lexer.advance();
      draft.block(BODY, Keyword.CLOSE_BRACE.bit());
      draft.expect(Keyword.CLOSE_BRACE);
    } else if (draft.expect(Keyword.DO)) {
      draft.block(BODY, Keyword.DONE.bit());
      draft.expect(Keyword.DONE);
    }
  }

  private void values(Draft draft) {
    parser.skipNewlines();
    if (lexer.keyword() == Keyword.IN) {
      lexer.advance();
      while (lexer.at(Token.WORD)) {
        draft.words.add(lexer.word());
        lexer.advance();
      }
    }
  }

  private void cases(Draft draft) {
    draft.kind = Kind.CASE;
    lexer.advance();
    if (lexer.at(Token.WORD)) {
      draft.words.add(lexer.word());
      lexer.advance();
    }
    parser.skipNewlines();
    if (!draft.expect(Keyword.IN)) {
      return;
    }
    parser.skipNewlines();
    while (lexer.keyword() != Keyword.ESAC && clause(draft)) {
      parser.skipNewlines();
    }
    draft.expect(Keyword.ESAC);
  }

  /** Adds a clause; false if none can come after it. */
  private boolean clause(Draft draft) {
    if (lexer.at(Token.OPEN)) {
      lexer.advance();
    }
    List<Word> patterns = new ArrayList<>(2);
    while (lexer.at(Token.WORD)) {
      patterns.add(lexer.word());
      lexer.advance();
      if (!lexer.at(Token.PIPE)) {
        break;
      }
      lexer.advance();
    }
    if (!lexer.at(Token.CLOSE) || patterns.isEmpty()) {
      return false;
    }
    lexer.advance();
    int ends = Keyword.CLAUSE_END.bit() | Keyword.ESAC.bit();
    draft.blocks.add(parser.block(BODY, List.copyOf(patterns), ends));
    if (!lexer.at(Token.CLAUSE_END)) {
      return false;
    }
    lexer.advance();
    return true;
  }

  private void arithmetic(Draft draft) {
    draft.kind = Kind.ARITHMETIC;
    cursor.skip(1);
    draft.words.add(words.readArithmetic());
    lexer.resume();
  }

  /** Reads by character: what is an operator elsewhere compares or is part of a pattern here. */
  private void test(Draft draft) {
    draft.kind = Kind.TEST;
    boolean expression = false;
    while (true) {
      cursor.skipBlanks();
      char c = cursor.current();
      if (isTestOperator(c)) {
        cursor.skip(1);
      } else if (cursor.isAtEnd() || c == ';' || c == '&' || c == '|') {
        int end = cursor.isAtEnd() ? cursor.end() : cursor.position() + 1;
        cursor.fail(draft.start, end);
        break;
      } else {
        Word word = expression ? words.readRegularExpression() : words.read();
        if (word.isVerbatim() && word.is("]]")) {
          break;
        }
        draft.words.add(word);
        expression = word.isVerbatim() && word.is("=~");
      }
    }
    lexer.resume();
  }

  /** Whether this character of {@code [[ ]]} is passed over, together with its like after it. */
  private boolean isTestOperator(char c) {
    switch (c) {
      case '\n':
      case '(':
      case ')':
        return true;
      case '<':
      case '>':
        return cursor.peek(1) != '(';
      case '&':
      case '|':
        if (cursor.peek(1) != c) {
          return false;
        }
        cursor.skip(1);
        return true;
      default:
        return false;
    }
  }

  private void functionKeyword(Draft draft) {
    draft.kind = Kind.FUNCTION;
    lexer.advance();
    if (!lexer.at(Token.WORD)) {
      draft.fail();
      return;
    }
    Word name = lexer.word();
    lexer.advance();
    if (lexer.at(Token.OPEN) && cursor.current() == ')') {
      parentheses(draft);
    }
    definition(draft, name);
  }

  private void parentheses(Draft draft) {
    lexer.advance();
    draft.expect(Keyword.CLOSE_PARENTHESIS);
  }

  private void definition(Draft draft, Word name) {
    draft.kind = Kind.FUNCTION;
    draft.words.add(name);
    parser.skipNewlines();
    if (!parser.startsCompound()) {
      draft.fail();
    }
    addBody(draft, parser.command());
  }

  private void coprocess(Draft draft) {
    draft.kind = Kind.COPROCESS;
    lexer.advance();
    if (lexer.at(Token.WORD) && !parser.startsCompound()) {
      Word first = lexer.word();
      lexer.advance();
      if (parser.startsCompound()) {
        draft.words.add(first);
      } else {
        addBody(draft, parser.simpleCommand(new ArrayList<>(List.of(first))));
        return;
      }
    }
    addBody(draft, parser.command());
  }

  private void addBody(Draft draft, Node body) {
    if (body == null) {
      draft.fail();
    } else {
      draft.blocks.add(new Block(text, body.start, body.end, BODY, List.of(), List.of(body)));
    }
  }
}
