package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.MappedText;
import java.nio.charset.StandardCharsets;

/**
 * Reads a flag with quotes, with backslashes, which escape whatever the escape character is, or
 * with characters beyond ASCII, whose bytes BuildKit takes for one character each.
 */
final class FlagReader {

  private final Line line;
  private final String text;
  private final int start;
  private final int end;
  private final MappedText.Builder content;
  private int position;
  private char quote;

  /** For the flag that begins at {@code start} and ends at {@code end} or before. */
  FlagReader(Line line, int start, int end) {
    this.line = line;
    this.text = line.text;
    this.start = start;
    this.position = start;
    this.end = end;
    this.content = new MappedText.Builder(line.source());
  }

  /** The flag without quotes and backslashes. */
  Word read() {
    boolean goesOn = true;
    while (goesOn && position < end) {
      char c = text.charAt(position);
      if (quote == 0 && WhiteSpace.isSeparator(c)) {
        goesOn = false;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        position++;
      } else if (quote != 0 && c == quote) {
        quote = 0;
        position++;
      } else if (c == '\\') {
        position++;
        goesOn = position < end && take(true);
      } else {
        goesOn = take(false);
      }
    }
    return Word.changed(line, start, position, content.build(), false);
  }

  /** Takes a character; false if one of its bytes is white space to BuildKit and ends the flag. */
  private boolean take(boolean escaped) {
    if (text.charAt(position) < 0x80) {
      line.copy(position, position + 1, content);
      position++;
      return true;
    }
    int length = Character.charCount(text.codePointAt(position));
    byte[] bytes = bytes(text.substring(position, position + length));
    int space = quote == 0 ? space(bytes, escaped ? 1 : 0) : bytes.length;
    String latin = new String(bytes, 0, space, StandardCharsets.ISO_8859_1);
    line.replace(position, position + length, latin, content);
    position += length;
    return space == bytes.length;
  }

  /** The bytes of a character, which may itself stand for one that is not valid UTF-8. */
  private static byte[] bytes(String character) {
    char c = character.charAt(0);
    return character.length() == 1 && Character.isSurrogate(c)
        ? new byte[] {(byte) c}
        : character.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The index from {@code from} of the first byte that is white space in Latin-1, or the length.
   */
  private static int space(byte[] bytes, int from) {
    int index = from;
    while (index < bytes.length && bytes[index] != (byte) 0x85 && bytes[index] != (byte) 0xA0) {
      index++;
    }
    return index;
  }
}
