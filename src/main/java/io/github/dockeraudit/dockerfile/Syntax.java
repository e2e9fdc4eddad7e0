package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Locale;

/**
 * What the parser says of every instruction alike.
 *
 * @param range the whole lines, heredocs and the last line ending included
 * @param keyword the first word
 * @param flags the flags between keyword and arguments
 * @param arguments the arguments, see {@link Instruction#arguments()}
 * @param isJson whether the arguments are a JSON array of strings
 * @param comments the comment lines between the continuation lines
 */
public record Syntax(
    SourceRange range,
    Word keyword,
    List<Flag> flags,
    List<Word> arguments,
    boolean isJson,
    List<Comment> comments)
    implements Located {

  String name() {
    return keyword.text().toUpperCase(Locale.ROOT);
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
