package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list of {@code NAME=VALUE} that is to become a mapping. */
final class Assignments {

  private final Source source;
  private final YamlSequence sequence;
  private final int column;
  private final String shift;

  /**
   * @param shift what is put before each line so that it stands deeper than the owner
   */
  private Assignments(YamlSequence sequence, String shift) {
    this.source = sequence.range().source();
    this.sequence = sequence;
    this.column = Lines.column(source, sequence.range().start());
    this.shift = shift;
  }

  /** Empty if it is no block with one short text on each line, or a name is there twice. */
  static Optional<List<TextEdit>> toMapping(YamlSequence sequence, YamlEntry owner, int step) {
    if (sequence.isFlow() || sequence.items().isEmpty()) {
      return Optional.empty();
    }
    Source source = sequence.range().source();
    int ownerColumn = Lines.column(source, owner.key().range().start());
    boolean isCompact = Lines.column(source, sequence.range().start()) == ownerColumn;
    Assignments list = new Assignments(sequence, isCompact ? " ".repeat(step) : "");
    Set<String> names = new HashSet<>();
    boolean isPlain =
        Items.of(sequence).isPresent()
            && sequence.items().stream()
                .allMatch(item -> list.isAssignment(item) && names.add(nameOf(item)));
    return isPlain ? Optional.of(list.edits()) : Optional.empty();
  }

  private boolean isAssignment(YamlNode item) {
    return item instanceof YamlScalar text
        && !text.isAlias()
        && text.tag().isEmpty()
        && !text.style().isBlock()
        && text.value().chars().noneMatch(c -> c < ' ')
        && !text.range().text().contains("\n")
        && nameOf(text).matches("[A-Za-z_][A-Za-z0-9_.-]*")
        && Lines.endsIn(source, text.range().end());
  }

  private static String nameOf(YamlNode item) {
    String text = ((YamlScalar) item).value();
    int sign = text.indexOf('=');
    return sign < 0 ? text : text.substring(0, sign);
  }

  private List<TextEdit> edits() {
    List<TextEdit> edits = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      int dash = Lines.start(source, item.range().start()) + column;
      edits.add(source.range(dash, item.range().end()).replaceWith(shift + entry(item)));
    }
    if (!shift.isEmpty()) {
      shiftComments(edits);
    }
    return edits;
  }

  private static String entry(YamlNode item) {
    String text = ((YamlScalar) item).value();
    String name = nameOf(item);
    String key = PlainText.isText(name) ? name : '"' + name + '"';
    return name.length() == text.length()
        ? key + ":"
        : key + ": " + written(text.substring(name.length() + 1));
  }

  private static String written(String value) {
    if (PlainText.isText(value) && !Character.isDigit(value.charAt(0))) {
      return value;
    }
    return value.indexOf('"') >= 0 || value.indexOf('\\') >= 0
        ? "'" + value.replace("'", "''") + "'"
        : '"' + value + '"';
  }

  private void shiftComments(List<TextEdit> edits) {
    int first = Lines.next(source, sequence.range().start());
    for (int line = first; line < sequence.range().end(); line = Lines.next(source, line)) {
      int comment = Lines.commentColumn(source, line);
      if (comment >= 0) {
        edits.add(source.range(line + comment, line + comment).insertBefore(shift));
      }
    }
  }
}
