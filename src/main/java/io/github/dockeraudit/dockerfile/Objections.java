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

  Objections(Problem.Kind kind, List<Problem> problems) {
    this.kind = kind;
    this.problems = problems;
  }

  /** Objects to what stands at a place; texts among the arguments are shortened to fit a line. */
  void to(Located place, String message, Object... arguments) {
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      String text = arguments[i].toString();
      shown[i] = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
    problems.add(new Problem(firstLine(place.range()), message.formatted(shown), kind));
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
