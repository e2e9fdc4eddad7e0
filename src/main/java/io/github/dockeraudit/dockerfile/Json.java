package io.github.dockeraudit.dockerfile;

import java.util.BitSet;

/** Finds where JSON values end, as strict as Go's {@code encoding/json}. */
final class Json {

  /** What a method gives where no such value stands. */
  static final int INVALID = -1;

  /** How deep Go lets arrays and objects nest before it calls them invalid. */
  private static final int DEEPEST = 10_000;

  private final String text;
  private final int end;

  /** Whether the string read last holds an escape. */
  private boolean hasEscapes;

  /** Reads the text up to {@code end}. */
  Json(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /** Whether the string read last holds an escape. */
  boolean hasEscapes() {
    return hasEscapes;
  }

  /** The end of the string whose quote stands at {@code start}. */
  int string(int start) {
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

  /** Whether four hexadecimal digits stand at an offset. */
  boolean hexDigits(int position) {
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
  int value(int start) {
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
  int key(int start) {
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

  /** The first character from {@code start} that is not white space to JSON. */
  int space(int start) {
    int position = start;
    while (position < end && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return position;
  }

  /** The character at {@code position}; NUL, which no JSON has outside strings, at the end. */
  char at(int position) {
    return position < end ? text.charAt(position) : '\0';
  }
}
