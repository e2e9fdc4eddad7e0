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

  private final Cursor cursor;
  private final ElementReader elements;
  private final MappedText mapped;
  private final String text;

  WordReader(Cursor cursor, ElementReader elements) {
    this.cursor = cursor;
    this.elements = elements;
    this.mapped = cursor.mapped();
    this.text = cursor.text();
  }

  /** The word at the current position, where one must begin. */
  Word read() {
    int start = cursor.position();
    int mark = elements.mark();
    Form form = scan();
    return word(start, form, mark);
  }

  /** The word that stands after {@code =~}: in its parentheses, blanks and operators are text. */
  Word readRegularExpression() {
    int start = cursor.position();
    int mark = elements.mark();
    int open = 0;
    Form form = Form.PLAIN;
    while (!cursor.isAtEnd()) {
      char c = cursor.current();
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
    int start = cursor.position();
    int mark = elements.mark();
    elements.arithmetic(start);
    int end = Math.max(start, cursor.position() - 2);
    return new Word(mapped, start, end, Form.PLAIN, elements.taken(mark));
  }

  /** As {@link ElementReader#isArithmetic}. */
  boolean isArithmetic(int open) {
    return elements.isArithmetic(open);
  }

  /** The lines of a here-document, in which a fault is not one of the script. */
  Word readHereDocument(int start, int end, boolean verbatim) {
    if (verbatim) {
      return new Word(mapped, start, end, Form.PLAIN, List.of());
    }
    int next = cursor.position();
    int outerEnd = cursor.restrict(start, end);
    boolean lenient = cursor.reading().lenient(true);
    int mark = elements.mark();
    while (!cursor.isAtEnd()) {
      elements.quotedElement(cursor.current());
    }
    cursor.reading().lenient(lenient);
    cursor.restrict(next, outerEnd);
    return new Word(mapped, start, end, Form.HERE_DOCUMENT, elements.taken(mark));
  }

  private Word word(int start, Form form, int mark) {
    return new Word(mapped, start, cursor.position(), form, elements.taken(mark));
  }

  private Form scan() {
    int start = cursor.position();
    Form form = Form.PLAIN;
    while (!cursor.isAtEnd()) {
      char c = text.charAt(cursor.position());
      if (c >= SPECIAL.length || !SPECIAL[c]) {
        cursor.skip(1);
      } else if (c == '(') {
        if (Assignment.endsWithSign(text, start, cursor.position())) {
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
        return cursor.isAtLineEnd();
      case '<':
      case '>':
        return cursor.peek(1) != '(';
      default:
        return false;
    }
  }

  private void array() {
    int start = cursor.position();
    if (!cursor.reading().enter()) {
      cursor.abandon(start);
      return;
    }
    cursor.skip(1);
    cursor.skipBlanks();
    while (!cursor.isAtEnd() && cursor.current() != ')') {
      arrayElement();
      cursor.skipBlanks();
    }
    if (cursor.isAtEnd()) {
      cursor.abandon(start);
    } else {
      cursor.skip(1);
    }
    cursor.reading().leave();
  }

  private void arrayElement() {
    int start = cursor.position();
    scan();
    if (cursor.position() == start) {
      cursor.skip(1);
      if (text.charAt(start) != '\n') {
        cursor.fail(start, cursor.position());
      }
    }
  }

  /** Whether the parenthesis here opens alternatives, as in <code>@(a|b)</code>. */
  private boolean isPatternList(int start) {
    char before = cursor.position() > start ? text.charAt(cursor.position() - 1) : 0;
    boolean negation = before == '!' && cursor.position() == start + 1;
    return "?*+@!".indexOf(before) >= 0 && !negation && cursor.peek(1) != ')';
  }

  private Form patternList(Form form) {
    int start = cursor.position();
    int open = 0;
    Form result = form;
    do {
      char c = cursor.current();
      if (cursor.isAtEnd() || c == '\n') {
        cursor.fail(start, cursor.position());
        return result;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      result = elements.element(c, result);
    } while (open > 0);
    return result;
  }
}
