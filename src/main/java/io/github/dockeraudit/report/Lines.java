package io.github.dockeraudit.report;

import io.github.dockeraudit.source.SourceRange;

/**
 * The lines that a range is on, as people count them: one that ends with a line ending does not
 * reach the next line.
 *
 * @param first the first line, from 1
 * @param last the last line
 */
record Lines(int first, int last) {

  static Lines of(SourceRange range) {
    int last = Math.max(range.start(), range.end() - 1);
    return new Lines(range.from().line(), range.source().position(last).line());
  }

  boolean isOne() {
    return first == last;
  }
}
