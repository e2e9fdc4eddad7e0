package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.MappedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads a JSON array of strings as Go's {@code encoding/json} does, which decides whether Docker
 * takes an instruction in its exec form.
 */
final class JsonArray {

  /** How deep Go lets arrays and objects nest before it calls them invalid. */
  private static final int DEEPEST = 10_000;

  private static final int INVALID = -1;

  private final Line line;
  private final String text;
  private final int end;
  private final boolean expands;
  private final List<Word> strings = new ArrayList<>(4);
  private boolean onlyStrings = true;

  /** Whether the string read last holds an escape. */
  private boolean hasEscapes;

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
    int position = space(start + 1);
    if (at(position) == ']') {
      return space(position + 1) == end;
    }
    while (true) {
      position = element(position);
      if (position == INVALID) {
        return false;
      }
      position = space(position);
      char c = at(position);
      if (c == ']') {
        return space(position + 1) == end;
      }
      if (c != ',') {
        return false;
      }
      position = space(position + 1);
    }
  }

  private int element(int start) {
    if (at(start) != '"') {
      onlyStrings = false;
      return value(start);
    }
    int stop = string(start);
    if (stop != INVALID) {
      strings.add(word(start, stop));
    }
    return stop;
  }

  private Word word(int start, int stop) {
    if (!hasEscapes) {
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
            && hexDigits(position + 8)
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

  /** The end of the string whose quote stands at {@code start}. */
  private int string(int start) {
    hasEscapes = false;
    int position = start + 1;
    while (position < end) {
      char c = text.charAt(position);
      if (c == '"') {
        return position + 1;
      }
      if (c < ' ') {
        return INVALID;
      }
      if (c == '\\') {
        char next = at(position + 1);
        if (next == 'u' ? !hexDigits(position + 2) : "\"\\/bfnrt".indexOf(next) < 0) {
          return INVALID;
        }
        hasEscapes = true;
        position += next == 'u' ? 6 : 2;
      } else {
        position++;
      }
    }
    return INVALID;
  }

  private boolean hexDigits(int position) {
    if (position + 4 > end) {
      return false;
    }
    for (int i = position; i < position + 4; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The end of any value; arrays and objects may nest as deep as Go allows. */
  private int value(int start) {
    BitSet objects = new BitSet();
    int depth = 1;
    int position = start;
    while (true) {
      char c = at(position);
      if (c == '[' || c == '{') {
        objects.set(++depth, c == '{');
        position = space(position + 1);
        boolean isEmpty = at(position) == (c == '{' ? '}' : ']');
        if (!isEmpty) {
          position = c == '{' ? key(position) : position;
          if (position == INVALID || depth > DEEPEST) {
            return INVALID;
          }
          continue;
        }
      } else {
        position = scalar(position);
        if (position == INVALID || depth == 1) {
          return position;
        }
        position = space(position);
      }
      while (at(position) == (objects.get(depth) ? '}' : ']')) {
        depth--;
        position++;
        if (depth == 1) {
          return position;
        }
        position = space(position);
      }
      if (at(position) != ',') {
        return INVALID;
      }
      position = space(position + 1);
      position = objects.get(depth) ? key(position) : position;
      if (position == INVALID) {
        return INVALID;
      }
    }
  }

  /** The beginning of the value after the key at {@code start}. */
  private int key(int start) {
    int position = at(start) == '"' ? string(start) : INVALID;
    if (position == INVALID) {
      return INVALID;
    }
    position = space(position);
    return at(position) == ':' ? space(position + 1) : INVALID;
  }

  private int scalar(int start) {
    return switch (at(start)) {
      case '"' -> string(start);
      case 't' -> literal(start, "true");
      case 'f' -> literal(start, "false");
      case 'n' -> literal(start, "null");
      default -> number(start);
    };
  }

  private int literal(int start, String word) {
    int stop = start + word.length();
    return stop <= end && text.startsWith(word, start) ? stop : INVALID;
  }

  /** A number that no double can hold is invalid to Go. */
  private int number(int start) {
    int position = at(start) == '-' ? start + 1 : start;
    int stop = at(position) == '0' ? position + 1 : digits(position);
    if (stop != INVALID && at(stop) == '.') {
      stop = digits(stop + 1);
    }
    if (stop != INVALID && (at(stop) == 'e' || at(stop) == 'E')) {
      boolean signed = at(stop + 1) == '+' || at(stop + 1) == '-';
      stop = digits(stop + (signed ? 2 : 1));
    }
    boolean fits = stop != INVALID && !Double.isInfinite(parsed(start, stop));
    return fits ? stop : INVALID;
  }

  private double parsed(int start, int stop) {
    return Double.parseDouble(text.substring(start, stop));
  }

  private int digits(int start) {
    int position = start;
    while (at(position) >= '0' && at(position) <= '9') {
      position++;
    }
    return position > start ? position : INVALID;
  }

  private int space(int start) {
    int position = start;
    while (position < end && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return position;
  }

  /** The character at {@code position}; NUL, which no JSON has outside strings, at the end. */
  private char at(int position) {
    return position < end ? text.charAt(position) : '\0';
  }
}
