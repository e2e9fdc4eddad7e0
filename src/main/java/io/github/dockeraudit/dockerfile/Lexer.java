package io.github.dockeraudit.dockerfile;

import java.util.List;

/**
 * Reads a text as Docker reads the words of an instruction: takes quotes and escapes away, expands
 * variables, and parts it at white space if asked to.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#environment-replacement">Dockerfile
 *     reference</a>
 */
final class Lexer {

  /** What becomes of quotes, escapes and variables. */
  enum Reading {
    /** Quotes and escapes are taken away and variables expanded. */
    EXPANDING,
    /** Variables are expanded, and quotes are text like any other. */
    IGNORING_QUOTES,
    /** Quotes and escapes are taken away, variables kept. */
    KEEPING_VARIABLES,
    /** Escapes are taken away, quotes and variables kept. */
    KEEPING_QUOTES,
    /** Quotes, escapes and variables are kept. */
    KEEPING_ALL;

    private boolean keepsVariables() {
      return compareTo(KEEPING_VARIABLES) >= 0;
    }

    private boolean keepsQuotes() {
      return compareTo(KEEPING_QUOTES) >= 0;
    }
  }

  /** Deepest nesting of {@code ${}} that is followed up. */
  private static final int DEEPEST = 100;

  private static final char NOWHERE = '\0';

  private final String text;
  private final int end;
  private final char escape;
  private final Reading reading;
  private final Placeholders placeholders;
  private final Scope variables;
  private int position;
  private int depth;
  private boolean keepsEscapes;
  private boolean usesVariables;
  private String fault;

  /** Takes what has been read; null if the text is not to be parted. */
  private Splitter splitter;

  /**
   * Reads a text with that escape character and those variables.
   *
   * @param placeholders what is replaced before Docker reads the text; null if nothing is
   */
  Lexer(String text, char escape, Placeholders placeholders, Scope variables) {
    this(text, 0, text.length(), escape, Reading.EXPANDING, placeholders, variables);
  }

  /** Reads a stretch of a text with a backslash to escape. */
  Lexer(String text, int start, int end, Reading reading, Scope variables) {
    this(text, start, end, '\\', reading, null, variables);
  }

  private Lexer(
      String text,
      int start,
      int end,
      char escape,
      Reading reading,
      Placeholders placeholders,
      Scope variables) {
    this.text = text;
    this.position = start;
    this.end = end;
    this.escape = escape;
    this.reading = reading;
    this.placeholders = placeholders;
    this.variables = variables;
    this.keepsEscapes = reading == Reading.KEEPING_ALL;
  }

  /** What the text comes to; unknown if it is malformed. */
  Value expand() {
    Expansion expansion = new Expansion();
    return read(NOWHERE, keepsEscapes, expansion) ? expansion.value() : Value.unknown();
  }

  /** The words that the text falls into at white space; none if it is malformed or unknown. */
  List<Splitter.Part> parts() {
    splitter = new Splitter();
    return expand().isUnknown() ? List.of() : splitter.parts();
  }

  /** Whether a variable has been read. */
  boolean usesVariables() {
    return usesVariables;
  }

  /** Why Docker rejects what has been read; null if it does not. */
  String fault() {
    return fault;
  }

  /** Reads up to {@code stop} and takes it too; false if the text is malformed. */
  private boolean read(char stop, boolean keepEscapes, Expansion expansion) {
    boolean before = keepsEscapes;
    keepsEscapes = keepEscapes;
    boolean complete = read(stop, expansion);
    keepsEscapes = before;
    return complete;
  }

  private boolean read(char stop, Expansion expansion) {
    while (position < end) {
      char c = text.charAt(position);
      if (c == stop && stop != NOWHERE) {
        position++;
        return true;
      }
      int start = position;
      int length = expansion.text().length();
      if (!readPiece(c, expansion)) {
        return false;
      }
      if (splitter != null && stop == NOWHERE) {
        boolean whole = c == '\'' || c == '"' || c == escape;
        splitter.take(expansion.text(), length, start, position, whole);
      }
    }
    return stop == NOWHERE || fail("${ is never closed; add the }");
  }

  private boolean readPiece(char c, Expansion expansion) {
    if (placeholders != null && skipPlaceholder(expansion)) {
      return true;
    }
    if (c == '$') {
      return readVariable(expansion);
    }
    boolean isQuote = (c == '\'' || c == '"') && reading != Reading.IGNORING_QUOTES;
    if (isQuote) {
      return c == '"' ? readDoubleQuotes(expansion.text(), expansion) : readSingleQuotes(expansion);
    }
    position++;
    if (c != escape || keepsEscapes) {
      expansion.text().append(c);
    }
    if (c == escape && position < end) {
      expansion.text().append(text.charAt(position++));
    }
    return true;
  }

  /** Nothing is known of what comes into its place, in quotes or not. */
  private boolean skipPlaceholder(Expansion expansion) {
    int stop = placeholders.end(text, position, end);
    if (stop < 0) {
      return false;
    }
    position = stop;
    usesVariables = true;
    expansion.forget();
    return true;
  }

  private boolean readSingleQuotes(Expansion expansion) {
    int start = position++;
    while (position < end && text.charAt(position) != '\'') {
      if (placeholders == null || !skipPlaceholder(expansion)) {
        position++;
      }
    }
    if (position == end) {
      return fail("A single quote is never closed; add the other one");
    }
    position++;
    int quote = reading.keepsQuotes() ? 0 : 1;
    expansion.text().append(text, start + quote, position - quote);
    return true;
  }

  private boolean readDoubleQuotes(StringBuilder out, Expansion expansion) {
    position++;
    if (reading.keepsQuotes()) {
      out.append('"');
    }
    while (position < end && text.charAt(position) != '"') {
      char c = text.charAt(position);
      if (placeholders != null && skipPlaceholder(expansion)) {
        continue;
      }
      if (c == '$') {
        if (!readVariable(expansion)) {
          return false;
        }
      } else {
        position++;
        out.append(c == escape ? unescapeInDoubleQuotes(out) : String.valueOf(c));
      }
    }
    if (position == end) {
      return fail("A double quote is never closed; add the other one");
    }
    position++;
    if (reading.keepsQuotes()) {
      out.append('"');
    }
    return true;
  }

  /** In double quotes an escape character escapes only these three, and else stands for itself. */
  private String unescapeInDoubleQuotes(StringBuilder out) {
    if (keepsEscapes) {
      out.append(escape);
    }
    if (position == end) {
      return "";
    }
    char next = text.charAt(position);
    boolean escapes = next == '"' || next == '$' || next == escape;
    if (escapes) {
      position++;
    }
    return String.valueOf(escapes ? next : escape);
  }

  private boolean readVariable(Expansion expansion) {
    int start = position++;
    Expansion value = new Expansion();
    depth++;
    boolean isBraced = position < end && text.charAt(position) == '{';
    boolean complete = isBraced ? readBraces(start, value) : readName(value);
    depth--;
    if (!complete) {
      return false;
    }
    if (reading.keepsVariables()) {
      expansion.text().append(value.text());
    } else {
      expansion.append(value);
    }
    return true;
  }

  private boolean readName(Expansion value) {
    String name = name();
    if (name.isEmpty()) {
      value.text().append('$');
    } else {
      append(name, "$" + name, value);
    }
    return true;
  }

  private void append(String name, String written, Expansion value) {
    if (reading.keepsVariables()) {
      value.text().append(written);
    } else {
      value.append(variable(name));
    }
  }

  private boolean readBraces(int start, Expansion value) {
    position++;
    if (position == end || depth > DEEPEST) {
      return depth <= DEEPEST && fail("${ is never closed; add the }");
    }
    if ("{}:".indexOf(text.charAt(position)) >= 0) {
      return fail("%s names no variable; write ${name}, or \\$ for a dollar sign", shown(start));
    }
    String name = name();
    char operator = next();
    if (operator == '}') {
      append(name, "${" + name + "}", value);
      if (isPerhapsFilled(name)) {
        value.forget();
      }
      return true;
    }
    if (operator == '/') {
      return readReplacement(start, name, value);
    }
    boolean orEmpty = operator == ':';
    return readModifier(start, name, orEmpty ? next() : operator, orEmpty, value);
  }

  /** A variable that Docker knows is more likely Docker's. */
  private boolean isPerhapsFilled(String name) {
    return placeholders != null
        && placeholders.mayFill(name, text)
        && variables.variable(name).equals(Value.unset());
  }

  private boolean readModifier(
      int start, String name, char operator, boolean orEmpty, Expansion value) {
    if ("+-?#%".indexOf(operator) < 0) {
      return fail(
          "%s is no expansion that Docker knows; write ${name} or ${name:-default}", shown(start));
    }
    Expansion word = new Expansion();
    if (!read('}', operator == '#' || operator == '%', word)) {
      return false;
    }
    if (reading.keepsVariables()) {
      value.text().append("${").append(name).append(orEmpty ? ":" : "").append(operator);
      value.text().append(word.text()).append('}');
      return true;
    }
    Value current = variable(name);
    switch (operator) {
      case '-' -> value.appendOrElse(current, orEmpty, word);
      case '+' -> value.appendIfPresent(current, orEmpty, word);
      case '?' -> {
        return require(name, current, orEmpty, word, value);
      }
      default -> value.appendTrimmed(current, word, operator == '#');
    }
    return true;
  }

  private boolean require(
      String name, Value current, boolean orEmpty, Expansion word, Expansion value) {
    if (!Expansion.isMissing(current, orEmpty)) {
      value.append(current);
      return true;
    }
    if (current.isDefault()) {
      value.forget();
      return true;
    }
    boolean silent = word.text().isEmpty();
    return fail("%s must have a value here%s", name, silent ? "; set it" : ": " + word.text());
  }

  private boolean readReplacement(int start, String name, Expansion value) {
    boolean all = position < end && text.charAt(position) == '/';
    position += all ? 1 : 0;
    Expansion pattern = new Expansion();
    Expansion replacement = new Expansion();
    if (!read('/', true, pattern) || !read('}', true, replacement)) {
      return false;
    }
    if (reading.keepsVariables()) {
      value.text().append(text, start, position);
    } else {
      value.appendReplaced(variable(name), pattern, replacement, all);
    }
    return true;
  }

  private Value variable(String name) {
    usesVariables = true;
    return variables.variable(name);
  }

  /** Takes the next character; NUL at the end. */
  private char next() {
    return position < end ? text.charAt(position++) : NOWHERE;
  }

  /** Takes a name, a number or one special character; empty if none of them comes next. */
  private String name() {
    int start = position;
    char first = position < end ? text.charAt(position) : NOWHERE;
    if (Character.isDigit(first)) {
      while (position < end && Character.isDigit(text.charAt(position))) {
        position++;
      }
    } else if ("@*#?-$!".indexOf(first) >= 0) {
      position++;
    } else {
      while (position < end && isNamePart(text.codePointAt(position))) {
        position += Character.charCount(text.codePointAt(position));
      }
    }
    return text.substring(start, position);
  }

  static boolean isNamePart(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  /** The expansion that begins at {@code start}, as far as it has been read. */
  private String shown(int start) {
    return text.substring(start, Math.min(Math.max(position, start + 3), end));
  }

  private boolean fail(String message, Object... arguments) {
    fault = Quotation.format(message, arguments);
    return false;
  }
}
