package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Locale;

/** What the parser says of every instruction alike; {@link Instruction} passes it on. */
public final class Syntax implements Located {

  private final Line line;
  private final SourceRange range;
  private final Word keyword;
  private final Keyword kind;
  private final List<Flag> flags;
  private final List<Word> arguments;
  private final boolean isJson;
  private final List<Comment> comments;
  private final List<Blank> blankLines;

  /** The lines between continuation lines that are no part of the instruction's text. */
  record Interludes(List<Comment> comments, List<Blank> blankLines) {

    static final Interludes NONE = new Interludes(List.of(), List.of());
  }

  Syntax(
      Line line,
      SourceRange range,
      Word keyword,
      Keyword kind,
      List<Flag> flags,
      List<Word> arguments,
      boolean isJson,
      Interludes interludes) {
    this.line = line;
    this.range = range;
    this.keyword = keyword;
    this.kind = kind;
    this.flags = List.copyOf(flags);
    this.arguments = List.copyOf(arguments);
    this.isJson = isJson;
    this.comments = List.copyOf(interludes.comments);
    this.blankLines = List.copyOf(interludes.blankLines);
  }

  /** The whole lines, heredocs and the last line ending included. */
  @Override
  public SourceRange range() {
    return range;
  }

  /** The first word; empty if there is nothing but a line continuation. */
  public Word keyword() {
    return keyword;
  }

  /** The flags between keyword and arguments. */
  public List<Flag> flags() {
    return flags;
  }

  /** The arguments, see {@link Instruction#arguments()}. */
  public List<Word> arguments() {
    return arguments;
  }

  /** Whether the arguments are a JSON array of strings. */
  public boolean isJson() {
    return isJson;
  }

  /** The comment lines between the continuation lines. */
  public List<Comment> comments() {
    return comments;
  }

  /** The blank lines between the continuation lines. */
  public List<Blank> blankLines() {
    return blankLines;
  }

  /** The instruction on one line: continuation lines are joined, heredoc bodies left out. */
  public MappedText joined() {
    return line.mapped(line.start, line.end);
  }

  /** Which instruction the keyword stands for. */
  Keyword kind() {
    return kind;
  }

  String name() {
    return kind == Keyword.UNKNOWN ? keyword.text().toUpperCase(Locale.ROOT) : kind.name();
  }

  int endLine() {
    return range.source().position(Math.max(range.start(), range.end() - 1)).line();
  }

  /** The argument at {@code index}; an empty word after the last one if there are fewer. */
  Word argument(int index) {
    if (index < arguments.size()) {
      return arguments.get(index);
    }
    return arguments.isEmpty() ? keyword.after() : arguments.get(arguments.size() - 1).after();
  }
}
