package io.github.dockeraudit.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes quotes and escapes away and expands variables as Docker does in the words of an
 * instruction, or parts a text into words as Docker does to find heredocs.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#environment-replacement">Dockerfile
 *     reference</a>
 */
final class Lexer {

  /** One word that a text falls into. */
  record Part(String text, int start, int end) {}

  /** Longest value that is followed up, so that doubling a variable again and again stays cheap. */
  private static final int LONGEST_VALUE = 1 << 16;

  /** Deepest nesting of {@code ${}} that is followed up. */
  private static final int DEEPEST = 100;

  private static final Scope NO_VARIABLES = name -> Value.unset();

  private static final char NOWHERE = '\0';

  private final String text;
  private final int end;
  private final char escape;
  private final Scope variables;

  /** Whether variables are kept as written, which is how heredocs are found. */
  private boolean keepVariables;

  /** Whether quotes are kept as written. */
  private boolean keepQuotes;

  private int position;
  private int depth;
  private boolean rawEscapes;
  private boolean usesVariables;
  private String fault;

  /** Where parts of the text are collected; null if they are not asked for. */
  private Splitter splitter;

  private Lexer(String text, int start, int end, char escape, Scope variables) {
    this.text = text;
    this.position = start;
    this.end = end;
    this.escape = escape;
    this.variables = variables;
  }

  /** For the expansion of a word. */
  Lexer(String word, char escape, Scope variables) {
    this(word, 0, word.length(), escape, variables);
  }

  /** Parts a text as written into words, quotes, escapes and variables kept. */
  static Lexer keepingAll(String text, int start, int end) {
    Lexer lexer = keepingVariables(text, start, end);
    lexer.keepQuotes = true;
    lexer.rawEscapes = true;
    return lexer;
  }

  /** Takes quotes and backslashes away and keeps variables. */
  static Lexer keepingVariables(String text, int start, int end) {
    Lexer lexer = new Lexer(text, start, end, '\\', NO_VARIABLES);
    lexer.keepVariables = true;
    return lexer;
  }

  /** Keeps quotes and variables, and takes backslashes away. */
  static Lexer keepingQuotes(String text, int start, int end) {
    Lexer lexer = keepingVariables(text, start, end);
    lexer.keepQuotes = true;
    return lexer;
  }

  /** What the text comes to; unknown if it is malformed. */
  Value expand() {
    Result result = new Result();
    boolean complete = read(NOWHERE, rawEscapes, result);
    return complete ? result.value() : Value.unknown();
  }

  /** The words that the text falls into at white space; none if it is malformed or unknown. */
  List<Part> parts() {
    splitter = new Splitter();
    return expand().isUnknown() ? List.of() : splitter.parts();
  }

  /** Whether the text that was read holds a variable. */
  boolean usesVariables() {
    return usesVariables;
  }

  /** Why Docker rejects the text that was read; null if it does not. */
  String fault() {
    return fault;
  }

  /** Reads up to {@code stop}, which is taken too; false if the text is malformed. */
  private boolean read(char stop, boolean raw, Result result) {
    boolean outerRaw = rawEscapes;
    rawEscapes = raw;
    boolean complete = readOn(stop, result);
    rawEscapes = outerRaw;
    return complete;
  }

  private boolean readOn(char stop, Result result) {
    while (position < end) {
      char c = text.charAt(position);
      if (stop != NOWHERE && c == stop) {
        position++;
        return true;
      }
      int start = position;
      int length = result.text.length();
      boolean complete =
          switch (c) {
            case '$' -> dollar(result);
            case '\'' -> singleQuoted(result);
            case '"' -> doubleQuoted(result);
            default -> plain(c, result);
          };
      if (!complete) {
        return false;
      }
      if (splitter != null && stop == NOWHERE) {
        boolean protectedFromSplitting = c == '\'' || c == '"' || c == escape;
        splitter.add(result.text, length, start, position, protectedFromSplitting);
      }
    }
    return stop == NOWHERE
        || fail("the text ends before the closing %s; add it", stop == '}' ? "}" : stop);
  }

  private boolean plain(char c, Result result) {
    position++;
    if (c != escape || rawEscapes) {
      result.text.append(c);
    }
    if (c == escape && position < end) {
      result.text.append(text.charAt(position++));
    }
    return true;
  }

  private boolean singleQuoted(Result result) {
    int start = position++;
    while (position < end && text.charAt(position) != '\'') {
      position++;
    }
    if (position == end) {
      return fail("the text ends before the closing single quote; add it");
    }
    position++;
    int quote = keepQuotes ? 0 : 1;
    result.text.append(text, start + quote, position - quote);
    return true;
  }

  private boolean doubleQuoted(Result result) {
    position++;
    if (keepQuotes) {
      result.text.append('"');
    }
    while (position < end && text.charAt(position) != '"') {
      char c = text.charAt(position);
      if (c != '$') {
        insideDoubleQuotes(c, result);
      } else if (!dollar(result)) {
        return false;
      }
    }
    if (position == end) {
      return fail("the text ends before the closing double quote; add it");
    }
    position++;
    if (keepQuotes) {
      result.text.append('"');
    }
    return true;
  }

  private void insideDoubleQuotes(char c, Result result) {
    position++;
    if (c != escape) {
      result.text.append(c);
      return;
    }
    if (rawEscapes) {
      result.text.append(c);
    }
    if (position == end) {
      return;
    }
    char next = text.charAt(position);
    boolean escapes = next == '"' || next == '$' || next == escape;
    result.text.append(escapes ? next : c);
    if (escapes) {
      position++;
    }
  }

  private boolean dollar(Result result) {
    position++;
    Result value = new Result();
    depth++;
    boolean complete = position < end && text.charAt(position) == '{' ? braced(value) : bare(value);
    depth--;
    if (complete && keepVariables) {
      result.text.append(value.text);
    } else if (complete) {
      result.append(value);
    }
    return complete;
  }

  private boolean bare(Result value) {
    String name = name();
    if (name.isEmpty()) {
      value.text.append('$');
    } else if (keepVariables) {
      value.text.append('$').append(name);
    } else {
      value.append(variable(name));
    }
    return true;
  }

  private Value variable(String name) {
    usesVariables = true;
    return variables.variable(name);
  }

  private boolean braced(Result value) {
    int open = position++;
    if (position == end) {
      return fail("${ is never closed; add the }");
    }
    char first = text.charAt(position);
    if (depth > DEEPEST) {
      return false;
    }
    if (first == '{' || first == '}' || first == ':') {
      return fail("%s is no variable; write ${name}, or \\$ for a dollar sign", shown(open - 1));
    }
    String name = name();
    char operator = next();
    if (operator == '}') {
      if (keepVariables) {
        value.text.append("${").append(name).append('}');
      } else {
        value.append(variable(name));
      }
      return true;
    }
    boolean nullIsUnset = operator == ':';
    if (nullIsUnset) {
      operator = next();
    }
    if (operator == '/' && !nullIsUnset) {
      return replaced(name, open, value);
    }
    return modified(name, operator, nullIsUnset, open, value);
  }

  private boolean modified(
      String name, char operator, boolean nullIsUnset, int open, Result value) {
    if (!nullIsUnset && "+-?#%".indexOf(operator) < 0) {
      return fail(
          "%s is no expansion Docker knows; write ${name} or ${name:-default}", shown(open - 1));
    }
    Result word = new Result();
    if (!read('}', operator == '#' || operator == '%', word)) {
      return false;
    }
    if (keepVariables) {
      value.text.append("${").append(name).append(nullIsUnset ? ":" : "").append(operator);
      value.text.append(word.text).append('}');
      return true;
    }
    Value current = variable(name);
    switch (operator) {
      case '-' -> value.choose(current, nullIsUnset, word, false);
      case '+' -> value.choose(current, nullIsUnset, word, true);
      case '?' -> {
        return required(name, current, nullIsUnset, word, value);
      }
      case '#', '%' -> value.trim(current, word, operator == '#');
      default -> {
        return fail(
            "%s is no expansion Docker knows; write ${name} or ${name:-default}", shown(open - 1));
      }
    }
    return true;
  }

  private boolean required(
      String name, Value current, boolean nullIsUnset, Result word, Result value) {
    if (!Result.isMissing(current, nullIsUnset)) {
      value.append(current);
      return true;
    }
    if (current.isDefault()) {
      value.unknown = true;
      return true;
    }
    return fail(
        "%s must have a value here%s",
        name, word.text.isEmpty() ? "; give it one" : ": " + word.text);
  }

  private boolean replaced(String name, int open, Result value) {
    boolean all = position < end && text.charAt(position) == '/';
    if (all) {
      position++;
    }
    Result pattern = new Result();
    Result replacement = new Result();
    if (!read('/', true, pattern) || !read('}', true, replacement)) {
      return false;
    }
    if (keepVariables) {
      value.text.append(text, open - 1, position);
    } else {
      value.replace(variable(name), pattern, replacement, all);
    }
    return true;
  }

  /** The next character, which is taken; NUL at the end. */
  private char next() {
    return position < end ? text.charAt(position++) : NOWHERE;
  }

  private String name() {
    int start = position;
    if (start == end) {
      return "";
    }
    char first = text.charAt(start);
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
    return text.substring(start, Math.min(position, end));
  }

  private static boolean isNamePart(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private String shown(int start) {
    int stop = Math.min(end, Math.max(position, start + 2));
    return text.substring(start, Math.min(stop, start + 40));
  }

  private boolean fail(String message, Object... args) {
    if (fault == null) {
      fault = message.formatted(args);
    }
    return false;
  }

  /** A text as far as it has been put together, with what is not known of it. */
  private static final class Result {

    private final StringBuilder text = new StringBuilder();
    private boolean unknown;
    private boolean isDefault;

    Value value() {
      return unknown ? Value.unknown() : Value.of(text.toString(), isDefault);
    }

    /** Whether Docker takes the alternative of {@code ${name-word}}. */
    static boolean isMissing(Value value, boolean nullIsUnset) {
      return value.isUnset() || nullIsUnset && value.text().filter(String::isEmpty).isPresent();
    }

    void join(Result other) {
      unknown |= other.unknown;
      isDefault |= other.isDefault;
    }

    void append(CharSequence more) {
      if (text.length() + more.length() > LONGEST_VALUE && more.length() > 0) {
        unknown = true;
      } else {
        text.append(more);
      }
    }

    void append(Value value) {
      unknown |= value.isUnknown();
      isDefault |= value.isDefault();
      append(value.text().orElse(""));
    }

    private void append(Result word) {
      join(word);
      append(word.text);
    }

    /** Of {@code ${name-word}}, or of {@code ${name+word}} if {@code plus}. */
    void choose(Value current, boolean nullIsUnset, Result word, boolean plus) {
      if (current.isUnknown()) {
        unknown = true;
        return;
      }
      isDefault |= current.isDefault();
      boolean missing = isMissing(current, nullIsUnset);
      if (missing != plus) {
        append(word);
      } else if (!plus) {
        append(current);
      }
    }

    void trim(Value current, Result word, boolean prefix) {
      join(word);
      isDefault |= current.isDefault();
      char operator = prefix ? '#' : '%';
      boolean longest = word.text.length() > 0 && word.text.charAt(0) == operator;
      String pattern = word.text.substring(longest ? 1 : 0);
      edit(current, Glob.trim(current.text().orElse(""), pattern, prefix, longest));
    }

    void replace(Value current, Result pattern, Result replacement, boolean all) {
      join(pattern);
      join(replacement);
      isDefault |= current.isDefault();
      edit(
          current,
          Glob.replace(
              current.text().orElse(""),
              pattern.text.toString(),
              replacement.text.toString(),
              all));
    }

    private void edit(Value current, Optional<String> edited) {
      if (current.isUnknown() || edited.isEmpty()) {
        unknown = true;
      } else {
        append(edited.get());
      }
    }
  }

  /** Collects words that white space parts. */
  private static final class Splitter {

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start = -1;
    private int end;

    /** Takes what has been added to {@code text} since it was {@code length} long. */
    void add(StringBuilder text, int length, int from, int to, boolean whole) {
      for (int i = length; i < text.length(); i++) {
        char c = text.charAt(i);
        if (whole || !WhiteSpace.is(c)) {
          word.append(c);
          start = start < 0 ? from : start;
          end = to;
        } else if (word.length() > 0) {
          flush();
        }
      }
    }

    private void flush() {
      parts.add(new Part(word.toString(), start, end));
      word.setLength(0);
      start = -1;
    }

    List<Part> parts() {
      if (word.length() > 0) {
        flush();
      }
      return parts;
    }
  }
}
