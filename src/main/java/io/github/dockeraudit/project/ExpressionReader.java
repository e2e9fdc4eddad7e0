package io.github.dockeraudit.project;

import io.github.dockeraudit.project.GlobSyntax.Reader;
import java.util.function.IntPredicate;

/**
 * Reads the few forms of regular expression that moby makes of ignore patterns: characters, escaped
 * ones, classes that may repeat, {@code .*}, {@code (.*}{@code /)?} and {@code ^}.
 */
final class ExpressionReader {

  static final String ANYTHING = ".*";
  static final String FOLDERS = "(.*/)?";

  private final Reader in;
  private final Glob.Builder glob = new Glob.Builder();

  private ExpressionReader(String expression) {
    this.in = new Reader(expression);
  }

  static Glob read(String expression) throws BadPatternException {
    ExpressionReader reader = new ExpressionReader(expression);
    while (reader.in.hasNext()) {
      reader.readOne();
    }
    return reader.glob.build();
  }

  private void readOne() throws BadPatternException {
    if (in.skip(ANYTHING)) {
      glob.anything();
    } else if (in.skip(FOLDERS)) {
      glob.folders();
    } else if (in.skip("[^/]*")) {
      glob.manyInName();
    } else if (in.skip("[^/]")) {
      glob.oneInName();
    } else if (in.skip('[')) {
      readClass();
    } else if (in.skip('^')) {
      glob.beginning();
    } else {
      glob.literal(in.nextEscaped());
    }
  }

  private void readClass() throws BadPatternException {
    boolean negated = in.skip('^');
    IntPredicate set = c -> false;
    do {
      int low = in.nextEscaped();
      int high = in.skip('-') ? in.nextEscaped() : low;
      if (high < low) {
        throw new BadPatternException(
            "the range from '%s' to '%s' runs backwards; swap its ends"
                .formatted(Character.toString(low), Character.toString(high)));
      }
      set = set.or(c -> low <= c && c <= high);
    } while (!in.skip(']'));
    IntPredicate characters = negated ? set.negate() : set;
    if (in.skip('*')) {
      glob.many(characters);
    } else {
      glob.one(characters);
    }
  }
}
