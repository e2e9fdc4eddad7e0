package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sequence of names that is to become a mapping with those names as its keys. */
final class KeyedSequence {

  private final Source source;
  private final YamlSequence sequence;
  private final YamlEntry owner;
  private final YamlMapping parent;
  private final int step;
  private final List<TextEdit> edits = new ArrayList<>();

  /**
   * @param owner the entry whose value the sequence is
   * @param parent the mapping of that entry
   */
  KeyedSequence(YamlSequence sequence, YamlEntry owner, YamlMapping parent, int step) {
    this.source = sequence.range().source();
    this.sequence = sequence;
    this.owner = owner;
    this.parent = parent;
    this.step = step;
  }

  Optional<List<TextEdit>> toMapping(Function<YamlScalar, List<NewEntry>> values) {
    if (sequence.items().isEmpty() || !sequence.items().stream().allMatch(this::isName)) {
      return Optional.empty();
    }
    if (!sequence.isFlow()) {
      block(values);
    } else if (isAlone()) {
      line(values);
    } else {
      flow(values);
    }
    return Optional.of(List.copyOf(edits));
  }

  private boolean isName(YamlNode item) {
    return item instanceof YamlScalar name
        && !name.isAlias()
        && name.tag().isEmpty()
        && name.kind() == ScalarKind.STRING
        && !name.style().isBlock()
        && !name.value().contains("$")
        && (sequence.isFlow() || isOnOwnLine(name));
  }

  private boolean isOnOwnLine(YamlScalar name) {
    SourceRange range = name.range();
    int start = Lines.start(source, range.start());
    String before = source.text().substring(start, range.start());
    return before.strip().equals("-")
        && before.indexOf('-') == column()
        && Lines.endsIn(source, range.end());
  }

  private int column() {
    return Lines.column(source, sequence.range().start());
  }

  /** Each dash goes, each name gets a colon, and what it holds comes on the lines below it. */
  private void block(Function<YamlScalar, List<NewEntry>> values) {
    int ownerColumn = Lines.column(source, owner.key().range().start());
    int column = Math.max(column(), ownerColumn + 1) == column() ? column() : ownerColumn + step;
    String shift = " ".repeat(column - column());
    for (YamlNode item : sequence.items()) {
      YamlScalar name = (YamlScalar) item;
      int dash = Lines.start(source, name.range().start()) + column();
      edits.add(source.range(dash, name.range().start()).replaceWith(shift));
      insert(name.range().end(), lines(values.apply(name), column + step));
    }
    if (!shift.isEmpty()) {
      shiftComments(shift);
    }
  }

  /** A colon at an offset, and lines after the comment that may follow there. */
  private void insert(int offset, String lines) {
    int end = Lines.end(source, offset);
    if (end == offset) {
      edits.add(source.range(end, end).insertAfter(":" + lines));
    } else {
      edits.add(source.range(offset, offset).insertAfter(":"));
      edits.add(source.range(end, end).insertAfter(lines));
    }
  }

  private String lines(List<NewEntry> entries, int column) {
    String before = source.lineEnding() + " ".repeat(column);
    return entries.stream()
        .flatMap(entry -> entry.lines(step, OptionalInt.empty()))
        .map(before::concat)
        .collect(Collectors.joining());
  }

  private void shiftComments(String shift) {
    int from = Lines.next(source, sequence.range().start());
    for (int line = from; line < sequence.range().end(); line = Lines.next(source, line)) {
      int comment = Lines.commentColumn(source, line);
      if (comment >= 0) {
        edits.add(source.range(line + comment, line + comment).insertBefore(shift));
      }
    }
  }

  /** Whether it stands alone behind its key, so that lines below the key may take its place. */
  private boolean isAlone() {
    SourceRange range = sequence.range();
    return !parent.isFlow()
        && Lines.start(source, owner.key().range().start()) == Lines.start(source, range.end())
        && Lines.endsIn(source, range.end());
  }

  private void line(Function<YamlScalar, List<NewEntry>> values) {
    int column = Lines.column(source, owner.key().range().start()) + step;
    String lines =
        lines(
            sequence.items().stream()
                .map(YamlScalar.class::cast)
                .map(name -> NewEntry.of(name.range().text(), values.apply(name)))
                .toList(),
            column);
    int colon = source.text().indexOf(':', owner.key().range().end()) + 1;
    SourceRange range = source.range(colon, sequence.range().end());
    int end = Lines.end(source, range.end());
    if (end == range.end()) {
      edits.add(range.replaceWith(lines));
    } else {
      edits.add(range.delete());
      edits.add(source.range(end, end).insertAfter(lines));
    }
  }

  private void flow(Function<YamlScalar, List<NewEntry>> values) {
    SourceRange range = sequence.range();
    edits.add(source.range(range.start(), range.start() + 1).replaceWith("{"));
    for (YamlNode item : sequence.items()) {
      YamlScalar name = (YamlScalar) item;
      boolean quoted = name.style() == ScalarStyle.DOUBLE_QUOTED;
      String value =
          values.apply(name).stream()
              .map(entry -> entry.inFlow(quoted))
              .collect(Collectors.joining(", ", "{", "}"));
      edits.add(name.range().insertAfter(": " + value));
    }
    edits.add(source.range(range.end() - 1, range.end()).replaceWith("}"));
  }
}
