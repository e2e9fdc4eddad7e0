package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Encoding;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a file into elements, line by line, as BuildKit's parser does.
 *
 * @see <a href="https://github.com/moby/buildkit/tree/master/frontend/dockerfile/parser">BuildKit's
 *     parser</a>
 */
final class Parser {

  /** Bytes of a line, line ending included, that BuildKit still reads. */
  private static final int LONGEST_LINE = 1 << 16;

  /** Bytes that one UTF-16 code unit becomes at most. */
  private static final int MOST_BYTES = 3;

  private final Dockerfile file;
  private final Source source;
  private final Placeholders placeholders;
  private final String text;
  private final List<Element> elements = new ArrayList<>();
  private final List<Problem> problems;
  private final DirectiveReader directives;

  /** Where the next line begins. */
  private int position;

  /** Where the line taken last begins. */
  private int lineStart;

  /** Where the line taken last ends, without its line ending. */
  private int lineEnd;

  private char escape = '\\';
  private boolean directivesDone;
  private boolean unterminated;
  private boolean hasInstructions;

  /**
   * @param placeholders what is replaced before Docker reads the file; null if nothing is
   */
  Parser(Dockerfile file, Source source, Placeholders placeholders, List<Problem> problems) {
    this.file = file;
    this.source = source;
    this.placeholders = placeholders;
    this.text = source.text();
    this.problems = problems;
    this.directives = new DirectiveReader(source);
  }

  /** The directives, once the text has been read. */
  Directives directives() {
    return new Directives(List.copyOf(directives.directives()), new SyntaxDetection(source).find());
  }

  /** Reads the whole text. */
  List<Element> elements() {
    if (source.encoding() == Encoding.UTF_16LE_BOM || source.encoding() == Encoding.UTF_16BE_BOM) {
      reject(0, "Docker reads only UTF-8, and this is UTF-16; save the file as UTF-8");
    }
    while (nextLine()) {
      int start = content(lineStart, lineEnd);
      readDirective(start);
      if (start == lineEnd) {
        elements.add(new Blank(source.range(lineStart, position)));
      } else if (text.charAt(start) == '#') {
        elements.add(new Comment(source.range(lineStart, position)));
      } else {
        elements.add(instruction(start));
        hasInstructions = true;
      }
    }
    if (!hasInstructions) {
      reject(lineStart, "There is no instruction in this file; begin with FROM");
    }
    return elements;
  }

  /** The first line that is no directive ends them, and so does one that repeats another. */
  private void readDirective(int start) {
    if (directivesDone) {
      return;
    }
    boolean isComment = start < lineEnd && text.charAt(start) == '#';
    if (isComment && directives.accept(start + 1, lineEnd)) {
      Directive last = directives.directives().get(directives.directives().size() - 1);
      if (last.name().equals("escape")) {
        readEscape(last);
      }
      return;
    }
    directivesDone = true;
    if (directives.repeated().isPresent()) {
      Directive repeated = directives.repeated().get();
      String message = "The directive %s stands here a second time; keep one";
      reject(repeated.range(), Quotation.format(message, repeated.name()));
    }
  }

  private void readEscape(Directive directive) {
    String value = directive.text();
    if (value.equals("`") || value.equals("\\")) {
      escape = value.charAt(0);
    } else {
      reject(
          directive.value(),
          Quotation.format("The escape character cannot be %s; use \\ or `", value));
    }
  }

  private boolean nextLine() {
    if (position == text.length()) {
      return false;
    }
    lineStart = position;
    int newline = text.indexOf('\n', position);
    position = newline < 0 ? text.length() : newline + 1;
    lineEnd = newline < 0 ? position : newline;
    while (lineEnd > lineStart && text.charAt(lineEnd - 1) == '\r') {
      lineEnd--;
    }
    if (position - lineStart > LONGEST_LINE / MOST_BYTES) {
      checkLength();
    }
    return true;
  }

  /** BuildKit stops at the first line that is too long; we go on. */
  private void checkLength() {
    int length = text.substring(lineStart, position).getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_LINE || length == LONGEST_LINE && !text.startsWith("\n", position - 1)) {
      reject(lineStart, "BuildKit reads no line of more than 65535 bytes; break it up");
    }
  }

  private void reject(int line, String message) {
    int end = text.indexOf('\n', line);
    reject(source.range(line, end < 0 ? text.length() : end), message);
  }

  private void reject(SourceRange range, String message) {
    problems.add(new Problem(range, message, Problem.Kind.SYNTAX));
  }

  /** The first character that is not white space, or {@code end}. */
  private int content(int start, int end) {
    int content = start;
    while (content < end && WhiteSpace.is(text.charAt(content))) {
      content++;
    }
    return content;
  }

  private Instruction instruction(int start) {
    int elementStart = lineStart;
    int continuation = continuation(start, lineEnd);
    Syntax.Interludes interludes = Syntax.Interludes.NONE;
    Line line;
    if (continuation < 0) {
      line = new Line(source, start, lineEnd, escape, placeholders);
    } else {
      interludes = new Syntax.Interludes(new ArrayList<>(0), new ArrayList<>(0));
      line = new Line(joined(start, continuation, interludes), escape, placeholders);
    }
    return new InstructionParser(file, this, line, interludes, problems).parse(elementStart);
  }

  /** The offset of the escape character that continues a line; -1 if the line ends. */
  private int continuation(int start, int end) {
    int last = end - 1;
    while (last >= start && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
      last--;
    }
    boolean continues =
        last >= start
            && text.charAt(last) == escape
            && (last == start || text.charAt(last - 1) != escape);
    return continues ? last : -1;
  }

  private MappedText joined(int start, int firstEnd, Syntax.Interludes interludes) {
    MappedText.Builder joined = new MappedText.Builder(source).copy(start, firstEnd);
    boolean continues = true;
    while (continues && nextLine()) {
      int content = content(lineStart, lineEnd);
      if (content < lineEnd && text.charAt(content) == '#') {
        interludes.comments().add(new Comment(source.range(lineStart, position)));
      } else if (content == lineEnd) {
        interludes.blankLines().add(new Blank(source.range(lineStart, position)));
      } else {
        int continuation = continuation(lineStart, lineEnd);
        joined.copy(lineStart, continuation < 0 ? lineEnd : continuation);
        continues = continuation >= 0;
      }
    }
    return joined.build();
  }

  /** Where the next line begins. */
  int position() {
    return position;
  }

  /** Takes the lines of a heredoc and the line that ends it; gives the former. */
  SourceRange heredocBody(Heredocs.Marker marker) {
    int start = position;
    String name = marker.name();
    while (nextLine()) {
      int first = lineStart;
      while (marker.chomps() && first < lineEnd && text.charAt(first) == '\t') {
        first++;
      }
      if (lineEnd - first == name.length() && text.startsWith(name, first)) {
        return source.range(start, lineStart);
      }
    }
    unterminated = true;
    return source.range(start, position);
  }

  /** Whether the file ended before the name of a heredoc stood on a line. */
  boolean isUnterminated() {
    return unterminated;
  }
}
