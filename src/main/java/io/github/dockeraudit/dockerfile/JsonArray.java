package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.MappedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON array of strings as Go's {@code encoding/json} does, which decides whether Docker
 * takes an instruction in its exec form.
 */
final class JsonArray {

  private final Line line;
  private final String text;
  private final Json json;
  private final int end;
  private final boolean expands;
  private final List<Word> strings = new ArrayList<>(4);
  private boolean onlyStrings = true;

  private final boolean valid;

  /**
   * Reads the stretch of a line from {@code start} to {@code end}.
   *
   * @param expands whether Docker expands variables in the strings
   */
  JsonArray(Line line, int start, int end, boolean expands) {
    this.line = line;
    this.text = line.text;
    this.end = end;
    this.json = new Json(text, end);
    this.expands = expands;
    this.valid = start < end && text.charAt(start) == '[' && read(start);
  }

  /** Whether the stretch is an array of strings and nothing else. */
  boolean isValid() {
    return valid && onlyStrings;
  }

  /** Whether the stretch is an array with something in it that is no string: Docker rejects it. */
  boolean holdsOther() {
    return valid && !onlyStrings;
  }

  /** The strings, escapes resolved. */
  List<Word> strings() {
    return strings;
  }

  private boolean read(int start) {
    int position = json.space(start + 1);
    if (json.at(position) == ']') {
      return json.space(position + 1) == end;
    }
    while (true) {
      position = element(position);
      if (position == Json.INVALID) {
        return false;
      }
      position = json.space(position);
      char c = json.at(position);
      if (c == ']') {
        return json.space(position + 1) == end;
      }
      if (c != ',') {
        return false;
      }
      position = json.space(position + 1);
    }
  }

  private int element(int start) {
    if (json.at(start) != '"') {
      onlyStrings = false;
      return json.value(start);
    }
    int stop = json.string(start);
    if (stop != Json.INVALID) {
      strings.add(word(start, stop));
    }
    return stop;
  }

  private Word word(int start, int stop) {
    if (!json.hasEscapes()) {
      return Word.enclosed(line, start, stop, expands);
    }
    MappedText.Builder content = new MappedText.Builder(line.source());
    int position = start + 1;
    while (position < stop - 1) {
      if (text.charAt(position) != '\\') {
        line.copy(position, position + 1, content);
        position++;
      } else {
        int length = escapeLength(position);
        line.replace(position, position + length, unescaped(position, length), content);
        position += length;
      }
    }
    return Word.changed(line, start, stop, content.build(), expands);
  }

  /** The length of the escape at {@code position}; a pair of surrogates counts as one. */
  private int escapeLength(int position) {
    if (text.charAt(position + 1) != 'u') {
      return 2;
    }
    boolean pair =
        Character.isHighSurrogate(unit(position))
            && text.startsWith("\\u", position + 6)
            && json.hexDigits(position + 8)
            && Character.isLowSurrogate(unit(position + 6));
    return pair ? 12 : 6;
  }

  private String unescaped(int position, int length) {
    char c = text.charAt(position + 1);
    if (length == 2) {
      int index = "bfnrt".indexOf(c);
      return String.valueOf(index < 0 ? c : "\b\f\n\r\t".charAt(index));
    }
    if (length == 12) {
      return "" + unit(position) + unit(position + 6);
    }
    return String.valueOf(Character.isSurrogate(unit(position)) ? '\uFFFD' : unit(position));
  }

  private char unit(int position) {
    return (char) Integer.parseInt(text, position + 2, position + 6, 16);
  }
}
