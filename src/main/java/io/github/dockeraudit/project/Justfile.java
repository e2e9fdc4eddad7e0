package io.github.dockeraudit.project;

import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the public recipes and aliases of a justfile.
 *
 * @see <a href="https://just.systems/man/en/">The just manual</a>
 */
final class Justfile {

  private static final Set<String> STATEMENTS =
      Set.of("set", "export", "unexport", "import", "import?", "mod", "mod?");

  private Justfile() {}

  /**
   * The recipes in the order of the file; those whose name begins with an underscore are private.
   */
  static List<DeveloperCommand> commandsOf(Source source) {
    List<DeveloperCommand> commands = new ArrayList<>();
    for (int number = 1; number <= source.lineCount(); number++) {
      SourceRange line = source.line(number);
      SourceRange name = nameIn(line);
      if (!name.isEmpty() && !name.text().startsWith("_")) {
        commands.add(new DeveloperCommand(Tool.JUST, name.text(), name, body(source, number)));
      }
    }
    return commands;
  }

  /** The name of the recipe or alias that begins in this line; an empty range if none does. */
  private static SourceRange nameIn(SourceRange line) {
    String text = line.text();
    String first = text.split("[\\s:]", 2)[0];
    if (first.equals("alias")) {
      int end = text.indexOf(":=");
      String name = end < 0 ? "" : text.substring(first.length(), end).strip();
      return name.isEmpty() ? none(line) : named(line, text.indexOf(name, first.length()), name);
    }
    int start = first.startsWith("@") ? 1 : 0;
    boolean isRecipe =
        isName(first.substring(start)) && !STATEMENTS.contains(first) && endsInColon(text);
    return isRecipe ? named(line, start, first.substring(start)) : none(line);
  }

  /** Whether a colon ends the head of a recipe, and not {@code :=} a variable's name. */
  private static boolean endsInColon(String text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == ':') {
        return !text.startsWith(":=", i);
      }
    }
    return false;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && Character.isLetter(text.charAt(0) == '_' ? 'a' : text.charAt(0))
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  private static SourceRange named(SourceRange line, int start, String name) {
    return line.source().range(line.start() + start, line.start() + start + name.length());
  }

  private static SourceRange none(SourceRange line) {
    return line.source().range(line.start(), line.start());
  }

  /** The indented lines below a head, blank ones at the end left out. */
  private static SourceRange body(Source source, int head) {
    int last = head;
    for (int number = head + 1; number <= source.lineCount(); number++) {
      String line = source.line(number).text();
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
        break;
      }
      last = line.isBlank() ? last : number;
    }
    int end = source.line(last).end();
    return source.range(last == head ? end : source.lineStart(head + 1), end);
  }
}
