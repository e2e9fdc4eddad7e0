package io.github.dockeraudit.shell;

import io.github.dockeraudit.shell.Word.Form;
import io.github.dockeraudit.source.MappedText;
import java.util.List;

/** Reads words, up to the character that ends each. */
final class WordReader {

  /** The characters that mean something inside a word or end it. */
  private static final boolean[] SPECIAL = new boolean[128];

  static {
    for (char c : " \t\r\n;&|<>(){\\'\"$`".toCharArray()) {
      SPECIAL[c] = true;
    }
  }

  private final Lexer lexer;
  private final ElementReader elements;
  private final MappedText mapped;
  private final String text;

  WordReader(Lexer lexer, ElementReader elements) {
    this.lexer = lexer;
    this.elements = elements;
    this.mapped = lexer.mapped;
    this.text = lexer.text;
  }

  /** The word at the current position, where one must begin. */
  Word read() {
    int start = lexer.pos;
    int mark = elements.mark();
    Form form = scan();
    return word(start, form, mark);
  }

  /** The word that stands after {@code =~}: in its parentheses, blanks and operators are text. */
  Word readRegularExpression() {
    int start = lexer.pos;
    int mark = elements.mark();
    int open = 0;
    Form form = Form.PLAIN;
    while (lexer.pos < lexer.end) {
      char c = lexer.peek(0);
      boolean blank = c == ' ' || c == '\t' || c == '\n';
      if (open == 0 && (blank || c == ')')) {
        break;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      form = elements.element(c, form);
    }
    return word(start, form, mark);
  }

  /** The expression from the current position to the {@code ))} that ends it, which is passed. */
  Word readArithmetic() {
    int start = lexer.pos;
    int mark = elements.mark();
    elements.arithmetic(start);
    int end = Math.max(start, lexer.pos - 2);
    return new Word(mapped, start, end, Form.PLAIN, elements.taken(mark));
  }

  /** The lines of a here-document, in which a fault is not one of the script. */
  Word readHereDocument(int start, int end, boolean verbatim) {
    if (verbatim) {
      return new Word(mapped, start, end, Form.PLAIN, List.of());
    }
    int next = lexer.pos;
    int outerEnd = lexer.end;
    boolean lenient = lexer.reading.lenient(true);
    int mark = elements.mark();
    lexer.pos = start;
    lexer.end = end;
    while (lexer.pos < end) {
      elements.quotedElement(lexer.peek(0));
    }
    lexer.reading.lenient(lenient);
    lexer.pos = next;
    lexer.end = outerEnd;
    return new Word(mapped, start, end, Form.HERE_DOCUMENT, elements.taken(mark));
  }

  private Word word(int start, Form form, int mark) {
    return new Word(mapped, start, lexer.pos, form, elements.taken(mark));
  }

  private Form scan() {
    int start = lexer.pos;
    Form form = Form.PLAIN;
    while (lexer.pos < lexer.end) {
      char c = text.charAt(lexer.pos);
      if (c >= SPECIAL.length || !SPECIAL[c]) {
        lexer.pos++;
      } else if (c == '(') {
        if (Assignment.endsWithSign(text, start, lexer.pos)) {
          array();
          form = Form.ARRAY;
        } else if (isPatternList(start)) {
          form = patternList(form);
        } else {
          return form;
        }
      } else if (endsWord(c)) {
        return form;
      } else {
        form = elements.element(c, form);
      }
    }
    return form;
  }

  private boolean endsWord(char c) {
    switch (c) {
      case ' ':
      case '\t':
      case '\n':
      case ';':
      case '&':
      case '|':
      case ')':
        return true;
      case '\r':
        return lexer.lineEndsAt(lexer.pos);
      case '<':
      case '>':
        return lexer.peek(1) != '(';
      default:
        return false;
    }
  }

  private void array() {
    int start = lexer.pos;
    if (!lexer.reading.enter()) {
      lexer.abandon(start);
      return;
    }
    lexer.pos++;
    lexer.skipBlanks();
    while (lexer.pos < lexer.end && lexer.peek(0) != ')') {
      arrayElement();
      lexer.skipBlanks();
    }
    if (lexer.pos >= lexer.end) {
      lexer.abandon(start);
    } else {
      lexer.pos++;
    }
    lexer.reading.leave();
  }

  private void arrayElement() {
    int start = lexer.pos;
    scan();
    if (lexer.pos == start) {
      lexer.pos++;
      if (text.charAt(start) != '\n') {
        lexer.reading.fail(mapped, start, lexer.pos);
      }
    }
  }

  /** Whether the parenthesis here opens alternatives, as in <code>@(a|b)</code>. */
  private boolean isPatternList(int start) {
    char before = lexer.pos > start ? text.charAt(lexer.pos - 1) : 0;
    boolean negation = before == '!' && lexer.pos == start + 1;
    return "?*+@!".indexOf(before) >= 0 && !negation && lexer.peek(1) != ')';
  }

  private Form patternList(Form form) {
    int start = lexer.pos;
    int open = 0;
    Form result = form;
    do {
      char c = lexer.peek(0);
      if (lexer.pos >= lexer.end || c == '\n') {
        lexer.reading.fail(mapped, start, lexer.pos);
        return result;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      result = elements.element(c, result);
    } while (open > 0);
    return result;
  }
}
