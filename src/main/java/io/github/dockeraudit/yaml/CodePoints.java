package io.github.dockeraudit.yaml;

import java.util.Arrays;

/** Turns offsets that count code points, as SnakeYAML does, into UTF-16 offsets. */
final class CodePoints {

  private final int length;

  /** The code point offsets of the characters that take two UTF-16 code units. */
  private final int[] wide;

  CodePoints(String text) {
    this.length = text.length();
    int[] found = new int[0];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count] = i - count;
        count++;
        i++;
      }
    }
    wide = Arrays.copyOf(found, count);
  }

  /** The UTF-16 offset of a code point; never past the end of the text. */
  int toUtf16(int codePoint) {
    int at = Arrays.binarySearch(wide, codePoint);
    int before = at >= 0 ? at : -at - 1;
    return Math.min(length, codePoint + before);
  }
}
