package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.report.Excerpt;
import io.github.dockeraudit.report.document.Quote;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of a file around some words, as a report may show them. */
final class Quotes {

  /** More lines than a reader needs to see what is meant. */
  private static final int MOST_MARKED = 4;

  private final Map<Source, List<SourceRange>> secrets;

  /**
   * @param secrets what is not to be shown, by file
   */
  Quotes(Map<Source, List<SourceRange>> secrets) {
    this.secrets = secrets;
  }

  /**
   * The marked lines, of many the first.
   *
   * @param around lines before and after them; with none, of the marked lines only the first
   */
  Quote of(SourceRange range, int around) {
    Source source = range.source();
    int first = range.from().line();
    int last = Math.min(lastLine(range), first + (around == 0 ? 1 : MOST_MARKED) - 1);
    List<Quote.Line> lines = new ArrayList<>();
    for (int line = Math.max(1, first - around);
        line <= Math.min(source.lineCount(), last + around);
        line++) {
      boolean isMarked = first <= line && line <= last;
      lines.add(isMarked ? marked(line, range) : plain(source.line(line), line));
    }
    return new Quote(language(source.path()), lines);
  }

  /** A range that ends where a line begins ends with the line before. */
  private static int lastLine(SourceRange range) {
    int end = range.isEmpty() ? range.end() : range.end() - 1;
    return range.source().position(end).line();
  }

  private Quote.Line marked(int number, SourceRange range) {
    SourceRange line = range.source().line(number);
    int from = Math.min(Math.max(range.start(), line.start()), line.end());
    int to = Math.max(from, Math.min(range.end(), line.end()));
    Excerpt excerpt = excerpt(range.source().range(from, to));
    int marked = Math.min(excerpt.text().length(), excerpt.markStart() + excerpt.markLength());
    int start = Math.min(marked, excerpt.markStart());
    return new Quote.Line(
        number,
        excerpt.text().substring(0, start),
        excerpt.text().substring(start, marked),
        excerpt.text().substring(marked));
  }

  private Quote.Line plain(SourceRange line, int number) {
    SourceRange start = line.source().range(line.start(), line.start());
    return new Quote.Line(number, excerpt(start).text(), "", "");
  }

  private Excerpt excerpt(SourceRange range) {
    return Excerpt.of(range, secrets.getOrDefault(range.source(), List.of()));
  }

  /** The language of a file, by its name, as {@link Quote#language} names it. */
  static String language(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (name.endsWith(".yml") || name.endsWith(".yaml")) {
      return "yaml";
    }
    return name.contains("dockerfile") || name.contains("containerfile") ? "dockerfile" : "text";
  }
}
