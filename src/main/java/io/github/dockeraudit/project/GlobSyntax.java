package io.github.dockeraudit.project;

import java.util.function.IntPredicate;

/**
 * The two ways in which Docker writes patterns for paths.
 *
 * @see <a href="https://pkg.go.dev/path/filepath#Match">Go's filepath.Match</a>
 * @see <a href="https://github.com/moby/patternmatcher">moby/patternmatcher</a>
 */
final class GlobSyntax {

  private static final String WILD = "*?[]\\";

  private GlobSyntax() {}

  /** Whether the text holds a character that makes it more than a name. */
  static boolean isWild(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
  }

  /**
   * A source of {@code COPY} or {@code ADD}: Go's own syntax, in which no wild card reaches over a
   * slash.
   */
  static Glob source(String pattern) throws BadPatternException {
    check(pattern);
    Glob.Builder glob = new Glob.Builder();
    Reader in = new Reader(pattern);
    while (in.hasNext()) {
      int c = in.next();
      switch (c) {
        case '*' -> glob.manyInName();
        case '?' -> glob.oneInName();
        case '[' -> glob.one(charactersOf(in));
        case '\\' -> glob.literal(in.next());
        default -> glob.literal(c);
      }
    }
    return glob.build();
  }

  private static IntPredicate charactersOf(Reader in) {
    boolean negated = in.skip('^');
    IntPredicate set = c -> false;
    while (!in.skip(']')) {
      int low = in.nextEscaped();
      int high = in.skip('-') ? in.nextEscaped() : low;
      set = set.or(c -> low <= c && c <= high);
    }
    return negated ? set.negate() : set;
  }

  /**
   * A line of an ignore file, cleaned: moby's syntax. It is Go's and {@code **}, carried out by way
   * of a regular expression, whose accidents are kept: {@code a**b} covers {@code ax/b} but not
   * {@code axb}, and a star in brackets closes them.
   */
  static Glob ignored(String pattern) throws BadPatternException {
    check(pattern);
    refuseEscapedLetter(pattern);
    int stars = pattern.indexOf("**");
    if (stars >= 0 && isPlain(pattern.substring(0, stars) + pattern.substring(stars + 2))) {
      if (stars + 2 == pattern.length()) {
        return new Glob.Builder().literals(pattern.substring(0, stars)).anything().build();
      }
      if (stars == 0) {
        return endingIn(pattern.substring(2));
      }
    }
    if (isPlain(pattern)) {
      return new Glob.Builder().literals(pattern).build();
    }
    return ExpressionReader.read(expressionFor(pattern));
  }

  private static Glob endingIn(String end) {
    Glob.Builder glob = new Glob.Builder();
    return end.startsWith("/")
        ? glob.folders().literals(end.substring(1)).build()
        : glob.anything().literals(end).build();
  }

  /** Whether the text holds no character with a meaning of its own, so that it names itself. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (WILD.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The regular expression that moby makes of a pattern, without the anchors around it. */
  private static String expressionFor(String pattern) {
    StringBuilder expression = new StringBuilder();
    Reader in = new Reader(pattern);
    while (in.hasNext()) {
      int c = in.next();
      if (c == '*' && in.skip('*')) {
        in.skip('/');
        expression.append(in.hasNext() ? ExpressionReader.FOLDERS : ExpressionReader.ANYTHING);
      } else if (c == '*') {
        expression.append("[^/]*");
      } else if (c == '?') {
        expression.append("[^/]");
      } else if (c == '\\') {
        expression.append('\\').appendCodePoint(in.next());
      } else if (".+()|{}$".indexOf(c) >= 0) {
        expression.append('\\').appendCodePoint(c);
      } else {
        expression.appendCodePoint(c);
      }
    }
    return expression.toString();
  }

  /** In the regular expression an escaped letter is a class, an anchor, a control or an error. */
  private static void refuseEscapedLetter(String pattern) throws BadPatternException {
    for (int i = pattern.indexOf('\\'); i >= 0; i = pattern.indexOf('\\', i + 2)) {
      int escaped = pattern.codePointAt(i + 1);
      if (escaped >= 0x80 || Character.isLetterOrDigit(escaped)) {
        throw new BadPatternException(
            "'\\%s' does not stand for a folder's separator or a character; write '/' between names"
                .formatted(Character.toString(escaped)));
      }
    }
  }

  /** Refuses what {@code filepath.Match} refuses. */
  private static void check(String pattern) throws BadPatternException {
    Reader in = new Reader(pattern);
    while (in.hasNext()) {
      int c = in.next();
      if (c == '\\' && !in.hasNext()) {
        throw new BadPatternException("nothing follows the '\\' at the end; take it away");
      } else if (c == '\\') {
        in.next();
      } else if (c == '[') {
        checkBrackets(in);
      }
    }
  }

  private static void checkBrackets(Reader in) throws BadPatternException {
    in.skip('^');
    do {
      checkCharacter(in);
      if (in.skip('-')) {
        checkCharacter(in);
      }
    } while (!in.skip(']'));
  }

  private static void checkCharacter(Reader in) throws BadPatternException {
    if (!in.hasNext()) {
      throw new BadPatternException("'[' is never closed; add ']' or write '\\['");
    }
    int c = in.next();
    if (c == '-' || c == ']' || c == '\\' && !in.hasNext()) {
      throw new BadPatternException(
          "the brackets hold '%s' where a character must stand; write '\\%s'"
              .formatted(Character.toString(c), Character.toString(c)));
    }
    if (c == '\\') {
      in.next();
    }
  }

  /** Reads a text by code points. */
  static final class Reader {

    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    boolean hasNext() {
      return at < text.length();
    }

    int next() {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      return c;
    }

    /** The next character, or the one after it if it is a backslash. */
    int nextEscaped() {
      int c = next();
      return c == '\\' ? next() : c;
    }

    boolean skip(int c) {
      boolean found = hasNext() && text.codePointAt(at) == c;
      at += found ? Character.charCount(c) : 0;
      return found;
    }

    boolean skip(String expected) {
      boolean found = text.startsWith(expected, at);
      at += found ? expected.length() : 0;
      return found;
    }
  }
}
