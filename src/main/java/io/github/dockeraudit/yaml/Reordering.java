package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the entries of a mapping, or the items of a sequence, in another order. */
final class Reordering {

  /** An anchor or an alias, or what looks like one in a text. */
  private static final Pattern NAME = Pattern.compile("(?<![^\\s\\[{,(])([&*])([\\w.-]+)");

  private final Source source;
  private final List<SourceRange> moved;

  /**
   * @param moved what moves, each with its comments
   */
  private Reordering(Source source, List<SourceRange> moved) {
    this.source = source;
    this.moved = moved;
  }

  /**
   * @param all what there is now
   * @param order the index in {@code all} of what is to come first, second and so on
   */
  static Optional<TextEdit> of(List<SourceRange> all, boolean isFlow, List<Integer> order) {
    Source source = all.get(0).source();
    Optional<List<SourceRange>> moved =
        isFlow ? Optional.of(all) : new Chunks(source, all).withComments();
    return moved
        .map(each -> new Reordering(source, each))
        .filter(each -> each.isFree(isFlow) && each.keepsAnchorsFirst(order))
        .map(each -> each.edit(order));
  }

  /**
   * Whether nothing but blanks, or commas between braces, stands between what moves. Not every
   * reader takes a colon right before a comma for the end of a key.
   */
  private boolean isFree(boolean isFlow) {
    if (isFlow && moved.stream().anyMatch(each -> each.text().endsWith(":"))) {
      return false;
    }
    for (int i = 1; i < moved.size(); i++) {
      String gap = gap(i);
      boolean isPlain = isFlow ? gap.strip().equals(",") : gap.isBlank() && gap.contains("\n");
      if (!isPlain) {
        return false;
      }
    }
    return true;
  }

  private String gap(int after) {
    return source.text().substring(moved.get(after - 1).end(), moved.get(after).start());
  }

  private boolean keepsAnchorsFirst(List<Integer> order) {
    Map<String, Integer> anchors = new HashMap<>();
    Map<String, Integer> aliases = new HashMap<>();
    for (int place = 0; place < order.size(); place++) {
      Matcher names = NAME.matcher(moved.get(order.get(place)).text());
      while (names.find()) {
        boolean isAnchor = names.group(1).equals("&");
        if (isAnchor && anchors.putIfAbsent(names.group(2), place) != null) {
          return false;
        }
        if (!isAnchor) {
          aliases.putIfAbsent(names.group(2), place);
        }
      }
    }
    return aliases.entrySet().stream()
        .allMatch(use -> anchors.getOrDefault(use.getKey(), 0) <= use.getValue());
  }

  private TextEdit edit(List<Integer> order) {
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < order.size(); place++) {
      text.append(place == 0 ? "" : gap(place)).append(moved.get(order.get(place)).text());
    }
    return source
        .range(moved.get(0).start(), moved.get(moved.size() - 1).end())
        .replaceWith(text.toString());
  }

  /** What stands in lines of its own, with the comments that belong to it. */
  private static final class Chunks {

    private final Source source;
    private final List<SourceRange> all;
    private final int column;

    Chunks(Source source, List<SourceRange> all) {
      this.source = source;
      this.all = all;
      this.column = Lines.column(source, all.get(0).start());
    }

    /** Empty if a comment above the first may speak of all, or the file ends within a text. */
    Optional<List<SourceRange>> withComments() {
      List<SourceRange> chunks = new ArrayList<>();
      int commented = 0;
      for (SourceRange each : all) {
        int line = Lines.start(source, each.start());
        if (Lines.column(source, each.start()) != column || !isFirstOfLine(line, each)) {
          return Optional.empty();
        }
        int top = aboveComments(line);
        commented += top < line ? 1 : 0;
        chunks.add(source.range(top + column, Lines.endOfEntry(source, each.end(), column)));
      }
      boolean isTitled = chunks.get(0).start() < all.get(0).start() && commented == 1;
      boolean endsOpen = !source.text().endsWith("\n") && hasTextBlock(chunks);
      return isTitled || endsOpen ? Optional.empty() : Optional.of(chunks);
    }

    private boolean isFirstOfLine(int line, SourceRange each) {
      return source.text().substring(line, each.start()).isBlank();
    }

    private int aboveComments(int line) {
      int top = line;
      while (top > 0) {
        int above = Lines.start(source, top - 1);
        if (Lines.commentColumn(source, above) != column) {
          break;
        }
        top = above;
      }
      return top;
    }

    /** Blank lines at its end may be part of it. */
    private static boolean hasTextBlock(List<SourceRange> chunks) {
      return chunks.stream().anyMatch(chunk -> chunk.text().matches("(?s).*[|>][+-]?\\d?\\s*\n.*"));
    }
  }
}
