package io.github.dockeraudit.audit;

import io.github.dockeraudit.audit.SuppressionSyntax.Reach;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.ScalarStyle;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The comments of a YAML file that accept findings, with the lines that each speaks of. */
final class YamlComments {

  private final Source source;
  private final List<Suppression> suppressions = new ArrayList<>();
  private boolean contentSeen;

  /** The lines that the last comment on a line of its own speaks of, and so the next beside it. */
  private int block;

  private int blockEnd;

  /** Where quoted texts and blocks stand, which may hold what looks like a comment. */
  private NavigableSet<SourceRange> values;

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
    for (int hash = nextHash(text, 0); hash >= 0; ) {
      int words = SuppressionSyntax.afterHashes(text, hash);
      if (SuppressionSyntax.mayBeAt(text, words) && !isInValue(source.lineStart(line) + hash)) {
        Optional<SuppressionSyntax> syntax = SuppressionSyntax.of(text.substring(words));
        if (syntax.isPresent()) {
          add(line, hash, text.substring(0, hash).isBlank(), syntax.get());
          break;
        }
      }
      hash = nextHash(text, words);
    }
    contentSeen |= !isBlankOrComment(line);
  }

  private void add(int line, int hash, boolean alone, SuppressionSyntax syntax) {
    int start = source.lineStart(line) + hash;
    SourceRange comment = source.range(start, source.line(line).end());
    if (alone && line >= block) {
      block = nextContent(line + 1);
      blockEnd = lastOfBlock(block);
    }
    int first = alone ? block : line;
    int last = alone ? blockEnd : line;
    boolean wholeFile = syntax.reach() == Reach.FILE || alone && !contentSeen;
    suppressions.add(
        new Suppression(
            comment,
            syntax.labels(),
            syntax.reason(),
            wholeFile ? 1 : first,
            wholeFile ? Integer.MAX_VALUE : last));
  }

  /** Where a comment may begin: at the start of a line or after white space. */
  private static int nextHash(String text, int from) {
    int hash = text.indexOf('#', from);
    while (hash > 0 && !Character.isWhitespace(text.charAt(hash - 1))) {
      hash = text.indexOf('#', hash + 1);
    }
    return hash;
  }

  private boolean isInValue(int offset) {
    if (values == null) {
      values = new TreeSet<>();
      Yaml.parse(source).documents().forEach(this::addValues);
    }
    SourceRange before = values.lower(source.range(offset, offset));
    return before != null && offset < before.end();
  }

  private void addValues(YamlNode node) {
    if (node.isAlias()) {
      return;
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.mergedAt().isEmpty()) {
          addValues(entry.key());
          addValues(entry.value());
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(this::addValues);
    } else if (node instanceof YamlScalar scalar && scalar.style() != ScalarStyle.PLAIN) {
      values.add(withoutHeader(scalar));
    }
  }

  /** A comment may stand behind the {@code |} of a block. */
  private SourceRange withoutHeader(YamlScalar scalar) {
    SourceRange range = scalar.range();
    int headerEnd = source.line(range.from().line()).end();
    return scalar.style().isBlock()
        ? source.range(Math.min(headerEnd, range.end()), range.end())
        : range;
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
