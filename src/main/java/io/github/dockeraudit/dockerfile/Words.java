package io.github.dockeraudit.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Parts the text of an instruction into flags and words, each as its instruction demands. */
final class Words {

  private Words() {}

  /** The words between separators, of FROM, EXPOSE and the list form of COPY, ADD and VOLUME. */
  static List<Word> separated(Line line, int start, int end) {
    String text = line.text;
    List<Word> words = new ArrayList<>(3);
    int position = start;
    while (position < end) {
      int stop = separator(text, position, end);
      words.add(Word.expanding(line, position, stop));
      position = afterSeparators(text, stop, end);
    }
    return words;
  }

  /** The words of ENV, LABEL and ARG: quotes and escapes keep white space together. */
  static List<Word> quoted(Line line, int start, int end) {
    List<Word> words = new ArrayList<>(2);
    int position = start;
    while (position < end) {
      if (WhiteSpace.is(line.text.charAt(position))) {
        position++;
        continue;
      }
      int stop = quotedEnd(line, position, end);
      int textEnd = stop < 0 ? end - 1 : stop;
      if (textEnd > position) {
        words.add(Word.expanding(line, position, textEnd));
      }
      position = stop < 0 ? end : stop;
    }
    return words;
  }

  /**
   * Where the word that begins at {@code start} ends; -1 if the line ends in a lone escape
   * character, which Docker drops.
   */
  private static int quotedEnd(Line line, int start, int end) {
    String text = line.text;
    char escape = line.escape;
    char quote = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == escape && quote != '\'') {
        if (i + 1 == end) {
          return -1;
        }
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (WhiteSpace.is(c)) {
        return i;
      }
    }
    return end;
  }

  /** The first separator from {@code start}, or {@code end}. */
  static int separator(String text, int start, int end) {
    int position = start;
    while (position < end && !WhiteSpace.isSeparator(text.charAt(position))) {
      position++;
    }
    return position;
  }

  /** The first character from {@code start} that is no separator, or {@code end}. */
  static int afterSeparators(String text, int start, int end) {
    int position = start;
    while (position < end && WhiteSpace.isSeparator(text.charAt(position))) {
      position++;
    }
    return position;
  }

  /** Adds the flags that stand from {@code start} on; gives the offset at which they end. */
  static int flags(Line line, int start, int end, List<Flag> flags) {
    String text = line.text;
    int position = start;
    while (true) {
      while (position < end && isFlagSpace(text.charAt(position))) {
        position++;
      }
      if (!text.startsWith("--", position) || position + 2 > end) {
        return position;
      }
      Word flag = flag(line, position, end);
      position = flag.stop();
      if (flag.text().equals("--")) {
        return position;
      }
      flags.add(new Flag(flag));
    }
  }

  private static Word flag(Line line, int start, int end) {
    int position = start;
    while (position < end && isPlain(line.text.charAt(position))) {
      position++;
    }
    return position == end || isFlagSpace(line.text.charAt(position))
        ? Word.verbatim(line, start, position)
        : new FlagReader(line, start, end).read();
  }

  private static boolean isPlain(char c) {
    return !WhiteSpace.isSeparator(c) && c != '"' && c != '\'' && c != '\\' && c < 0x80;
  }

  /** White space to BuildKit where it looks at bytes: also two bytes that are not valid UTF-8. */
  private static boolean isFlagSpace(char c) {
    return WhiteSpace.isSeparator(c) || c == 0xDC85 || c == 0xDCA0;
  }
}
