package io.github.dockeraudit.shell;

import io.github.dockeraudit.shell.Word.Form;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Reads the parts of a word: quotes and expansions, and what these hold. */
final class ElementReader {

  private final Cursor cursor;
  private final Parser parser;
  private final MappedText mapped;
  private final String text;

  /** Those of the words being read, the innermost word last. */
  private final ArrayList<Expansion> expansions = new ArrayList<>(0);

  /** Before this, no template begins: braces are not looked at again and again. */
  private int templatesFrom;

  ElementReader(Cursor cursor, Parser parser) {
    this.cursor = cursor;
    this.parser = parser;
    this.mapped = cursor.mapped();
    this.text = cursor.text();
  }

  /** The number of expansions read but not yet taken. */
  int mark() {
    return expansions.size();
  }

  List<Expansion> taken(int mark) {
    if (expansions.size() == mark) {
      return List.of();
    }
    List<Expansion> own = expansions.subList(mark, expansions.size());
    List<Expansion> taken = List.copyOf(own);
    own.clear();
    return taken;
  }

  /** Passes one element of an unquoted text. */
  Form element(char c, Form form) {
    switch (c) {
      case '\'':
        singleQuotes();
        return form.quoted();
      case '"':
        doubleQuotes();
        return form.quoted();
      case '\\':
        cursor.skipEscape();
        return form.quoted();
      case '$':
        if (cursor.peek(1) == '\'') {
          ansiQuotes();
          return form.quoted();
        }
        if (cursor.peek(1) == '"') {
          cursor.skip(1);
          doubleQuotes();
          return form.quoted();
        }
        dollar(false);
        return form;
      case '`':
        backquotes(false);
        return form;
      case '<':
      case '>':
        if (cursor.peek(1) == '(') {
          substitution(Expansion.Kind.PROCESS);
        } else {
          cursor.skip(1);
        }
        return form;
      case '{':
        brace();
        return form;
      default:
        cursor.skip(1);
        return form;
    }
  }

  /** Passes one element of a text in which only {@code $}, backquotes and backslashes count. */
  void quotedElement(char c) {
    if (c == '$') {
      dollar(true);
    } else if (c == '`') {
      backquotes(true);
    } else if (c == '\\') {
      cursor.skipEscape();
    } else {
      cursor.skip(1);
    }
  }

  /**
   * Whether the two parentheses, the first of which stands at {@code open}, hold an arithmetic
   * expression: a subshell in a subshell or substitution begins with just the same.
   */
  boolean isArithmetic(int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open + 1; i < cursor.end(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1 < cursor.end() && text.charAt(i + 1) == ')';
      }
    }
    return false;
  }

  /** Passes a brace and, if it begins the fragment of a template, all of that. */
  private void brace() {
    int start = cursor.position();
    cursor.skip(1);
    if (cursor.current() == '{' && start >= templatesFrom) {
      int end = text.indexOf("}}", start);
      if (end < 0 || end + 2 > cursor.end() || !isTemplate(start + 2, end)) {
        templatesFrom = end < 0 ? text.length() : end + 2;
      } else {
        cursor.moveTo(end + 2);
        expansions.add(Expansion.text(mapped, start, end + 2, Expansion.Kind.TEMPLATE));
      }
    }
  }

  /** Without a blank, it is as likely to be a brace expansion or the argument of a flag. */
  private boolean isTemplate(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t') {
        return true;
      }
    }
    return false;
  }

  private void singleQuotes() {
    int close = text.indexOf('\'', cursor.position() + 1);
    if (close < 0 || close >= cursor.end()) {
      cursor.abandon(cursor.position());
    } else {
      cursor.moveTo(close + 1);
    }
  }

  private void ansiQuotes() {
    int open = cursor.position();
    cursor.skip(2);
    while (!cursor.isAtEnd() && cursor.current() != '\'') {
      cursor.skip(cursor.current() == '\\' ? 2 : 1);
    }
    if (cursor.isAtEnd()) {
      cursor.abandon(open);
    } else {
      cursor.skip(1);
    }
  }

  private void doubleQuotes() {
    int open = cursor.position();
    cursor.skip(1);
    while (!cursor.isAtEnd()) {
      char c = cursor.current();
      if (c == '"') {
        cursor.skip(1);
        return;
      }
      quotedElement(c);
    }
    cursor.abandon(open);
  }

  private void dollar(boolean quoted) {
    int start = cursor.position();
    char next = cursor.peek(1);
    if (next == '(') {
      if (cursor.peek(2) == '(' && isArithmetic(start + 1)) {
        arithmeticExpansion();
      } else {
        substitution(Expansion.Kind.COMMAND);
      }
    } else if (next == '{') {
      parameter(quoted);
    } else if (Cursor.isNameStart(next)) {
      cursor.skip(2);
      cursor.skipName();
      addParameter(start, start + 1);
    } else if (isSpecialParameter(next)) {
      cursor.skip(2);
      addParameter(start, start + 1);
    } else {
      cursor.skip(1);
    }
  }

  private void addParameter(int start, int name) {
    expansions.add(
        Expansion.parameter(
            mapped, start, cursor.position(), text.substring(name, cursor.position())));
  }

  private static boolean isSpecialParameter(char c) {
    return Cursor.isDigit(c) || "@*#?-$!".indexOf(c) >= 0;
  }

  /** Passes <code>${...}</code>; {@code quoted} if it stands in double quotes. */
  private void parameter(boolean quoted) {
    int start = cursor.position();
    if (!cursor.reading().enter()) {
      cursor.abandon(start);
      return;
    }
    int slot = reserve();
    cursor.skip(2);
    String name = parameterName();
    boolean verbatim = quoted && !takesPattern(cursor.current());
    while (!cursor.isAtEnd() && cursor.current() != '}') {
      char c = cursor.current();
      if (c == '\'' && verbatim) {
        cursor.skip(1);
      } else if (c == '$' && quoted) {
        dollar(true);
      } else {
        element(c, Form.PLAIN);
      }
    }
    if (cursor.isAtEnd()) {
      cursor.abandon(start);
    } else {
      cursor.skip(1);
    }
    expansions.set(slot, Expansion.parameter(mapped, start, cursor.position(), name));
    cursor.reading().leave();
  }

  /** Nested expansions are complete before the one that holds them, but stand after it. */
  private int reserve() {
    expansions.add(null);
    return expansions.size() - 1;
  }

  private String parameterName() {
    char first = cursor.current();
    char second = cursor.peek(1);
    if ((first == '!' || first == '#') && (Cursor.isNamePart(second) || second == '@')) {
      cursor.skip(1);
    }
    int start = cursor.position();
    cursor.skipName();
    if (cursor.position() == start && isSpecialParameter(cursor.current())) {
      cursor.skip(1);
    }
    return text.substring(start, cursor.position());
  }

  /** Single quotes still quote in the pattern after these operators, even in double quotes. */
  private static boolean takesPattern(char operator) {
    return operator == '#' || operator == '%' || operator == '/' || operator == '^';
  }

  private void arithmeticExpansion() {
    int start = cursor.position();
    int slot = reserve();
    cursor.skip(3);
    arithmetic(start);
    expansions.set(
        slot, Expansion.text(mapped, start, cursor.position(), Expansion.Kind.ARITHMETIC));
  }

  /** Passes an expression and its {@code ))}; {@code start} is where the whole begins. */
  void arithmetic(int start) {
    if (!cursor.reading().enter()) {
      cursor.abandon(start);
      return;
    }
    int open = 2;
    while (!cursor.isAtEnd() && open > 0) {
      char c = cursor.current();
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '<' || c == '>') {
        cursor.skip(1);
      } else {
        element(c, Form.PLAIN);
      }
    }
    if (open > 0) {
      cursor.abandon(start);
    }
    cursor.reading().leave();
  }

  /** Passes a substitution that two characters begin and a parenthesis ends. */
  private void substitution(Expansion.Kind kind) {
    int start = cursor.position();
    int slot = reserve();
    cursor.skip(2);
    Block block = parser.substitution(start);
    expansions.set(slot, Expansion.commands(mapped, start, cursor.position(), kind, block));
  }

  private void backquotes(boolean quoted) {
    int start = cursor.position();
    int close = start + 1;
    boolean escapes = false;
    while (close < cursor.end() && text.charAt(close) != '`') {
      boolean escape = text.charAt(close) == '\\';
      escapes |= escape;
      close += escape ? 2 : 1;
    }
    if (close >= cursor.end() || !cursor.reading().enter()) {
      cursor.abandon(start);
      return;
    }
    MappedText inner =
        escapes ? unescaped(start + 1, close, quoted) : mapped.substring(start + 1, close);
    Block block = parser.inner(inner);
    cursor.reading().leave();
    cursor.moveTo(close + 1);
    expansions.add(
        Expansion.commands(mapped, start, cursor.position(), Expansion.Kind.COMMAND, block));
  }

  /** What the shell in backquotes sees: a backslash is gone before another, a quote and so on. */
  private MappedText unescaped(int start, int end, boolean quoted) {
    String escapable = quoted ? "$`\\\"" : "$`\\";
    MappedText.Builder inner = new MappedText.Builder(mapped.source());
    int copied = start;
    for (int i = start; i < end - 1; i++) {
      if (text.charAt(i) == '\\') {
        if (escapable.indexOf(text.charAt(i + 1)) >= 0) {
          SourceRange range = mapped.range(i, i + 2);
          inner
              .copy(mapped, copied, i)
              .replace(range.start(), range.end(), text.substring(i + 1, i + 2));
          copied = i + 2;
        }
        i++;
      }
    }
    return inner.copy(mapped, copied, end).build();
  }
}
