package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.MappedText;
import java.nio.charset.StandardCharsets;
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
      position = afterSeparators(text, position, end);
      if (!text.startsWith("--", position) || position + 2 > end) {
        return position;
      }
      int stop = plainFlagEnd(text, position, end);
      boolean isPlain = stop == end || WhiteSpace.isSeparator(text.charAt(stop));
      Word word = isPlain ? Word.verbatim(line, position, stop) : quotedFlag(line, position, end);
      position = word.stop();
      if (word.text().equals("--")) {
        return position;
      }
      flags.add(new Flag(word));
    }
  }

  private static int plainFlagEnd(String text, int start, int end) {
    int position = start;
    while (position < end) {
      char c = text.charAt(position);
      if (WhiteSpace.isSeparator(c) || c == '"' || c == '\'' || c == '\\' || c >= 0x80) {
        return position;
      }
      position++;
    }
    return position;
  }

  /**
   * A flag with quotes, with backslashes, which escape whatever the escape character is, or with
   * characters beyond ASCII, whose bytes Docker takes for one character each.
   */
  private static Word quotedFlag(Line line, int start, int end) {
    String text = line.text;
    MappedText.Builder builder = new MappedText.Builder(line.source());
    char quote = 0;
    int position = start;
    while (position < end) {
      char c = text.charAt(position);
      if (quote == 0 && WhiteSpace.isSeparator(c)) {
        break;
      }
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else {
        position += c == '\\' && position + 1 < end ? 1 : 0;
        position += append(line, position, end, builder);
        continue;
      }
      position++;
    }
    return Word.changed(line, start, position, builder.build(), false);
  }

  /** Appends the character at {@code position}; gives its length. */
  private static int append(Line line, int position, int end, MappedText.Builder builder) {
    char c = line.text.charAt(position);
    if (c == '\\' && position + 1 == end) {
      return 1;
    }
    int length = Character.charCount(line.text.codePointAt(position));
    if (c < 0x80) {
      line.copy(position, position + 1, builder);
    } else {
      byte[] bytes = bytes(line.text.substring(position, position + length));
      line.replace(
          position, position + length, new String(bytes, StandardCharsets.ISO_8859_1), builder);
    }
    return length;
  }

  private static byte[] bytes(String character) {
    char c = character.charAt(0);
    boolean isEscapedByte = character.length() == 1 && Character.isSurrogate(c);
    return isEscapedByte ? new byte[] {(byte) c} : character.getBytes(StandardCharsets.UTF_8);
  }
}
