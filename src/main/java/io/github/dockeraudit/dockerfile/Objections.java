package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;

/** Collects problems of one kind. */
final class Objections {

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
    return !word.isPlain() && toFault(word, "", word.lexer(scope));
  }

  /** Objects to a text that Docker cannot expand, with an introduction; false if it can. */
  boolean toFault(Located place, String introduction, Lexer lexer) {
    lexer.expand();
    if (lexer.fault() == null) {
      return false;
    }
    add(place, introduction + lexer.fault());
    return true;
  }

  /** Objects to what stands at a place; texts among the arguments are shortened to fit a line. */
  void to(Located place, String message, Object... arguments) {
    add(place, Quotation.format(message, arguments));
  }

  /** The same, where it is known what was meant. */
  void to(Located place, Optional<TextEdit> meant, String message, Object... arguments) {
    add(place, Quotation.format(message, arguments), meant);
  }

  private void add(Located where, String message) {
    add(where, message, Optional.empty());
  }

  private void add(Located where, String message, Optional<TextEdit> meant) {
    SourceRange range = firstLine((place == null ? where : place).range());
    problems.add(new Problem(range, message, kind, meant));
  }

  /** An instruction is pointed at by its first line, without the line ending. */
  private static SourceRange firstLine(SourceRange range) {
    String text = range.source().text();
    int end = range.start();
    while (end < range.end() && text.charAt(end) != '\n') {
      end++;
    }
    return range.source().range(range.start(), end);
  }
}
