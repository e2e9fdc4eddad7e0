package io.github.dockeraudit.audit;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** The comments of a YAML file that accept findings, with the lines that each speaks of. */
final class YamlComments {

  private final Source source;
  private final List<Suppression> suppressions = new ArrayList<>();
  private boolean contentSeen;

  private YamlComments(Source source) {
    this.source = source;
  }

  /**
   * The suppressions of a file: above the first line of content for the whole file, at the end of a
   * line for that line, else for the next line and what it contains by its indentation.
   */
  static List<Suppression> suppressions(Source source) {
    if (!source.text().contains("ignore")) {
      return List.of();
    }
    YamlComments comments = new YamlComments(source);
    for (int line = 1; line <= source.lineCount(); line++) {
      comments.read(line);
    }
    return comments.suppressions;
  }

  private void read(int line) {
    String text = source.line(line).text();
    int hash = commentStart(text);
    boolean alone = hash >= 0 && text.substring(0, hash).isBlank();
    if (hash >= 0) {
      SuppressionSyntax.of(text.substring(hash))
          .ifPresent(syntax -> add(line, hash, alone, syntax));
    }
    contentSeen |= !alone && !text.isBlank();
  }

  private void add(int line, int hash, boolean alone, SuppressionSyntax syntax) {
    int start = source.lineStart(line) + hash;
    SourceRange comment = source.range(start, source.line(line).end());
    int first = alone ? nextContent(line + 1) : line;
    int last = alone ? lastOfBlock(first) : line;
    boolean wholeFile = syntax.global() || alone && !contentSeen;
    suppressions.add(
        new Suppression(
            comment,
            syntax.labels(),
            syntax.reason(),
            wholeFile ? 1 : first,
            wholeFile ? Integer.MAX_VALUE : last));
  }

  /** Where a comment may begin: at the start of a line or after white space. */
  private static int commentStart(String text) {
    for (int i = text.indexOf('#'); i >= 0; i = text.indexOf('#', i + 1)) {
      if (i == 0 || Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private int nextContent(int line) {
    while (line < source.lineCount() && isBlankOrComment(line)) {
      line++;
    }
    return Math.min(line, source.lineCount());
  }

  private int lastOfBlock(int first) {
    int indent = indentation(first);
    boolean isItem = isItem(first);
    int last = first;
    for (int line = first + 1; line <= source.lineCount(); line++) {
      if (isBlankOrComment(line)) {
        continue;
      }
      boolean inside =
          indentation(line) > indent || indentation(line) == indent && isItem(line) && !isItem;
      if (!inside) {
        break;
      }
      last = line;
    }
    return last;
  }

  private boolean isItem(int line) {
    return source.line(line).text().stripLeading().startsWith("-");
  }

  private boolean isBlankOrComment(int line) {
    String text = source.line(line).text().stripLeading();
    return text.isEmpty() || text.startsWith("#");
  }

  private int indentation(int line) {
    String text = source.line(line).text();
    return text.length() - text.stripLeading().length();
  }
}
