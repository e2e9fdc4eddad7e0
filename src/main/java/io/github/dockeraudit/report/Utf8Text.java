package io.github.dockeraudit.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of any length that grows at its end. It is kept as UTF-8 but for the end: a page of
 * megabytes in which one character is not Latin would take twice the memory as a string.
 */
public final class Utf8Text {

  private static final int LONGEST_END = 8192;

  private final List<byte[]> kept = new ArrayList<>(1);
  private StringBuilder end = new StringBuilder();

  /** Adds words, which begin and end with a whole character. */
  public Utf8Text append(String words) {
    end.append(words);
    if (end.length() >= LONGEST_END) {
      keepEnd();
    }
    return this;
  }

  /** Adds all of another text. */
  public Utf8Text append(Utf8Text other) {
    keepEnd();
    kept.addAll(other.kept);
    end.append(other.end);
    return this;
  }

  /** Whether nothing was added, or nothing but empty words. */
  public boolean isEmpty() {
    return end.isEmpty() && kept.isEmpty();
  }

  /** The whole text. */
  public byte[] bytes() {
    byte[] last = encoded(end);
    int length = kept.stream().mapToInt(part -> part.length).sum() + last.length;
    ByteBuffer all = ByteBuffer.allocate(length);
    kept.forEach(all::put);
    return all.put(last).array();
  }

  @Override
  public String toString() {
    return kept.isEmpty() ? end.toString() : new String(bytes(), StandardCharsets.UTF_8);
  }

  private void keepEnd() {
    if (!end.isEmpty()) {
      kept.add(encoded(end));
      end = new StringBuilder(LONGEST_END + LONGEST_END / 8);
    }
  }

  private static byte[] encoded(StringBuilder words) {
    return words.toString().getBytes(StandardCharsets.UTF_8);
  }
}
