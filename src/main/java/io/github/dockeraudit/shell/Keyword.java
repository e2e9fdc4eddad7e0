package io.github.dockeraudit.shell;

/** The words that mean something else than a command where a command may begin. */
enum Keyword {
  IF("if"),
  THEN("then"),
  ELIF("elif"),
  ELSE("else"),
  FI("fi"),
  WHILE("while"),
  UNTIL("until"),
  FOR("for"),
  SELECT("select"),
  IN("in"),
  DO("do"),
  DONE("done"),
  CASE("case"),
  ESAC("esac"),
  FUNCTION("function"),
  COPROC("coproc"),
  TIME("time"),
  NOT("!"),
  OPEN_BRACE("{"),
  CLOSE_BRACE("}"),
  TEST("[["),
  /** The end of a subshell or substitution: a token of its own, never a word. */
  CLOSE_PARENTHESIS(")"),
  /** The end of a clause of a {@code case}, in any form: a token of its own, never a word. */
  CLAUSE_END(";;"),
  /** Every other word. */
  NONE("");

  private static final int LONGEST = 8;
  private static final Keyword[] WORDS = values();
  private static final int CLOSERS =
      THEN.bit()
          | ELIF.bit()
          | ELSE.bit()
          | FI.bit()
          | DO.bit()
          | DONE.bit()
          | ESAC.bit()
          | CLOSE_BRACE.bit()
          | CLOSE_PARENTHESIS.bit()
          | CLAUSE_END.bit();
  private static final int OPENERS =
      IF.bit()
          | WHILE.bit()
          | UNTIL.bit()
          | FOR.bit()
          | SELECT.bit()
          | CASE.bit()
          | OPEN_BRACE.bit()
          | TEST.bit();

  private final String word;

  Keyword(String word) {
    this.word = word;
  }

  /** The keyword that a word is; {@link #NONE} if it is none, as every quoted word. */
  static Keyword of(Word word) {
    if (word.end - word.start > LONGEST || !word.isVerbatim()) {
      return NONE;
    }
    String text = word.text.text();
    int length = word.end - word.start;
    for (Keyword keyword : WORDS) {
      if (keyword.word.length() == length && text.startsWith(keyword.word, word.start)) {
        return keyword;
      }
    }
    return NONE;
  }

  /** A number with one bit set, another one for each keyword. */
  int bit() {
    return 1 << ordinal();
  }

  /** Whether no command begins with it, because it ends or divides a construct. */
  boolean closes() {
    return (CLOSERS & bit()) != 0;
  }

  /** Whether a compound command begins with it. */
  boolean opens() {
    return (OPENERS & bit()) != 0;
  }
}
