package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;

/** Collects problems of one kind. */
final class Objections {

  /** Longest quotation of the file in a message, in UTF-16 code units. */
  private static final int LONGEST = 40;

  private final Problem.Kind kind;
  private final List<Problem> problems;

  /** Where all objections point; null if each has its own place. */
  private final Located place;

  Objections(Problem.Kind kind, List<Problem> problems) {
    this(kind, problems, null);
  }

  private Objections(Problem.Kind kind, List<Problem> problems, Located place) {
    this.kind = kind;
    this.problems = problems;
    this.place = place;
  }

  /** Objects in the same list, but always to what stands at {@code place}. */
  Objections at(Located place) {
    return new Objections(kind, problems, place);
  }

  /** Objects to a word that Docker cannot expand; false if it can. */
  boolean toFault(Word word, Scope scope) {
    if (word.isPlain()) {
      return false;
    }
    Lexer lexer = word.lexer(scope);
    lexer.expand();
    if (lexer.fault() == null) {
      return false;
    }
    to(word, "%s", lexer.fault());
    return true;
  }

  /** Objects to what stands at a place; texts among the arguments are shortened to fit a line. */
  void to(Located place, String message, Object... arguments) {
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      String text = arguments[i].toString();
      shown[i] = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
    problems.add(
        new Problem(
            firstLine((this.place == null ? place : this.place).range()),
            message.formatted(shown),
            kind));
  }

  /** An instruction is pointed at by its first line, without the line ending. */
  private static SourceRange firstLine(SourceRange range) {
    int newline = range.source().text().indexOf('\n', range.start());
    if (newline < 0 || newline >= range.end()) {
      return range;
    }
    return range.source().range(range.start(), newline);
  }
}
