package io.github.dockeraudit.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Parts a text into words at white space while it is read. */
final class Splitter {

  /** One word; the offsets are those of the text that is read. */
  record Part(String text, int start, int end) {}

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int start = -1;
  private int end;

  /**
   * Takes what has been read from one offset to another, which is what {@code text} holds beyond a
   * length.
   *
   * @param whole whether white space in it is part of a word
   */
  void take(CharSequence text, int length, int from, int to, boolean whole) {
    for (int i = length; i < text.length(); i++) {
      char c = text.charAt(i);
      if (whole || !WhiteSpace.is(c)) {
        word.append(c);
        start = start < 0 ? from : start;
        end = to;
      } else {
        flush();
      }
    }
  }

  /** The words, once all has been taken. */
  List<Part> parts() {
    flush();
    return parts;
  }

  private void flush() {
    if (word.length() > 0) {
      parts.add(new Part(word.toString(), start, end));
      word.setLength(0);
      start = -1;
    }
  }
}
