package io.github.dockeraudit.shell;

import io.github.dockeraudit.shell.Word.Form;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Reads the parts of a word: quotes and expansions, and what these hold. */
final class ElementReader {

  private final Lexer lexer;
  private final Parser parser;
  private final MappedText mapped;
  private final String text;

  /** Those of the words being read, the innermost word last. */
  private final ArrayList<Expansion> expansions = new ArrayList<>(0);

  /** Before this, no template begins: braces are not looked at again and again. */
  private int templatesFrom;

  ElementReader(Lexer lexer, Parser parser) {
    this.lexer = lexer;
    this.parser = parser;
    this.mapped = lexer.mapped;
    this.text = lexer.text;
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
        escape();
        return form.quoted();
      case '$':
        if (lexer.peek(1) == '\'') {
          ansiQuotes();
          return form.quoted();
        }
        if (lexer.peek(1) == '"') {
          lexer.pos++;
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
        if (lexer.peek(1) == '(') {
          substitution(Expansion.Kind.PROCESS);
        } else {
          lexer.pos++;
        }
        return form;
      case '{':
        brace();
        return form;
      default:
        lexer.pos++;
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
      escape();
    } else {
      lexer.pos++;
    }
  }

  /**
   * Whether the two parentheses, the first of which stands at {@code open}, hold an arithmetic
   * expression: a subshell in a subshell or substitution begins with just the same.
   */
  boolean isArithmetic(int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open + 1; i < lexer.end; i++) {
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
        return i + 1 < lexer.end && text.charAt(i + 1) == ')';
      }
    }
    return false;
  }

  /** Passes a brace and, if it begins the fragment of a template, all of that. */
  private void brace() {
    int start = lexer.pos++;
    if (lexer.peek(0) == '{' && start >= templatesFrom) {
      int end = text.indexOf("}}", start);
      if (end < 0 || end + 2 > lexer.end || !isTemplate(start + 2, end)) {
        templatesFrom = end < 0 ? text.length() : end + 2;
      } else {
        lexer.pos = end + 2;
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

  private void escape() {
    int lineBreak = lexer.lineBreakAt(lexer.pos + 1);
    lexer.pos = Math.min(lexer.pos + 1 + Math.max(1, lineBreak), lexer.end);
  }

  private void singleQuotes() {
    int close = text.indexOf('\'', lexer.pos + 1);
    if (close < 0 || close >= lexer.end) {
      lexer.abandon(lexer.pos);
    } else {
      lexer.pos = close + 1;
    }
  }

  private void ansiQuotes() {
    int open = lexer.pos;
    lexer.pos += 2;
    while (lexer.pos < lexer.end && lexer.peek(0) != '\'') {
      lexer.pos += lexer.peek(0) == '\\' ? 2 : 1;
    }
    if (lexer.pos >= lexer.end) {
      lexer.abandon(open);
    } else {
      lexer.pos++;
    }
  }

  private void doubleQuotes() {
    int open = lexer.pos++;
    while (lexer.pos < lexer.end) {
      char c = text.charAt(lexer.pos);
      if (c == '"') {
        lexer.pos++;
        return;
      }
      quotedElement(c);
    }
    lexer.abandon(open);
  }

  private void dollar(boolean quoted) {
    int start = lexer.pos;
    char next = lexer.peek(1);
    if (next == '(') {
      if (lexer.peek(2) == '(' && isArithmetic(start + 1)) {
        arithmeticExpansion();
      } else {
        substitution(Expansion.Kind.COMMAND);
      }
    } else if (next == '{') {
      parameter(quoted);
    } else if (Lexer.isNameStart(next)) {
      lexer.pos += 2;
      skipName();
      addParameter(start, start + 1);
    } else if (isSpecialParameter(next)) {
      lexer.pos += 2;
      addParameter(start, start + 1);
    } else {
      lexer.pos++;
    }
  }

  private void addParameter(int start, int name) {
    expansions.add(Expansion.parameter(mapped, start, lexer.pos, text.substring(name, lexer.pos)));
  }

  private void skipName() {
    while (Lexer.isNamePart(lexer.peek(0))) {
      lexer.pos++;
    }
  }

  private static boolean isSpecialParameter(char c) {
    return Lexer.isDigit(c) || c != 0 && "@*#?-$!".indexOf(c) >= 0;
  }

  /** Passes <code>${...}</code>; {@code quoted} if it stands in double quotes. */
  private void parameter(boolean quoted) {
    int start = lexer.pos;
    if (!lexer.reading.enter()) {
      lexer.abandon(start);
      return;
    }
    int slot = reserve();
    lexer.pos += 2;
    String name = parameterName();
    boolean verbatim = quoted && !takesPattern(lexer.peek(0));
    while (lexer.pos < lexer.end && lexer.peek(0) != '}') {
      char c = lexer.peek(0);
      if (c == '\'' && verbatim) {
        lexer.pos++;
      } else if (c == '$' && quoted) {
        dollar(true);
      } else {
        element(c, Form.PLAIN);
      }
    }
    if (lexer.pos >= lexer.end) {
      lexer.abandon(start);
    } else {
      lexer.pos++;
    }
    expansions.set(slot, Expansion.parameter(mapped, start, lexer.pos, name));
    lexer.reading.leave();
  }

  /** Nested expansions are complete before the one that holds them, but stand after it. */
  private int reserve() {
    expansions.add(null);
    return expansions.size() - 1;
  }

  private String parameterName() {
    char first = lexer.peek(0);
    char second = lexer.peek(1);
    if ((first == '!' || first == '#') && (Lexer.isNamePart(second) || second == '@')) {
      lexer.pos++;
    }
    int start = lexer.pos;
    skipName();
    if (lexer.pos == start && isSpecialParameter(lexer.peek(0))) {
      lexer.pos++;
    }
    return text.substring(start, lexer.pos);
  }

  /** Single quotes still quote in the pattern after these operators, even in double quotes. */
  private static boolean takesPattern(char operator) {
    return operator == '#' || operator == '%' || operator == '/' || operator == '^';
  }

  private void arithmeticExpansion() {
    int start = lexer.pos;
    int slot = reserve();
    lexer.pos += 3;
    arithmetic(start);
    expansions.set(slot, Expansion.text(mapped, start, lexer.pos, Expansion.Kind.ARITHMETIC));
  }

  /** Passes an expression and its {@code ))}; {@code start} is where the whole begins. */
  void arithmetic(int start) {
    if (!lexer.reading.enter()) {
      lexer.abandon(start);
      return;
    }
    int open = 2;
    while (lexer.pos < lexer.end && open > 0) {
      char c = lexer.peek(0);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '<' || c == '>') {
        lexer.pos++;
      } else {
        element(c, Form.PLAIN);
      }
    }
    if (open > 0) {
      lexer.abandon(start);
    }
    lexer.reading.leave();
  }

  /** Passes a substitution that two characters begin and a parenthesis ends. */
  private void substitution(Expansion.Kind kind) {
    int start = lexer.pos;
    int slot = reserve();
    lexer.pos += 2;
    Block block = parser.substitution(start);
    expansions.set(slot, Expansion.commands(mapped, start, lexer.pos, kind, block));
  }

  private void backquotes(boolean quoted) {
    int start = lexer.pos;
    int close = start + 1;
    boolean escapes = false;
    while (close < lexer.end && text.charAt(close) != '`') {
      boolean escape = text.charAt(close) == '\\';
      escapes |= escape;
      close += escape ? 2 : 1;
    }
    if (close >= lexer.end || !lexer.reading.enter()) {
      lexer.abandon(start);
      return;
    }
    MappedText inner =
        escapes ? unescaped(start + 1, close, quoted) : mapped.substring(start + 1, close);
    Block block = parser.inner(inner);
    lexer.reading.leave();
    lexer.pos = close + 1;
    expansions.add(Expansion.commands(mapped, start, lexer.pos, Expansion.Kind.COMMAND, block));
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
