package io.github.dockeraudit.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Finds the heredocs that an instruction announces. */
final class Heredocs {

  /** One announcement, such as {@code <<-"EOF"}; offsets are those of the line. */
  record Marker(
      int start, int end, String name, boolean expands, boolean chomps, int fileDescriptor) {}

  private Heredocs() {}

  /** The markers of a line in file order. */
  static List<Marker> in(Line line) {
    if (!mayHold(line.text, line.start, line.end)) {
      return List.of();
    }
    List<Marker> markers = new ArrayList<>(1);
    for (Splitter.Part part : parts(line.text, line.start, line.end, Lexer.Reading.KEEPING_ALL)) {
      Marker marker = marker(part);
      if (marker != null) {
        markers.add(marker);
      }
    }
    return markers;
  }

  /** Whether a word announces a heredoc. */
  static boolean isMarker(String word) {
    return mayHold(word, 0, word.length()) && marker(new Splitter.Part(word, 0, 0)) != null;
  }

  static boolean mayHold(String text, int start, int end) {
    for (int i = start; i + 1 < end; i++) {
      if (text.charAt(i) == '<' && text.charAt(i + 1) == '<') {
        return true;
      }
    }
    return false;
  }

  private static Marker marker(Splitter.Part part) {
    String word = part.text();
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    if (!word.startsWith("<<", digits)) {
      return null;
    }
    boolean chomps = word.startsWith("-", digits + 2);
    int name = digits + (chomps ? 3 : 2);
    if (word.indexOf('<', name) >= 0) {
      return null;
    }
    List<Splitter.Part> plain = parts(word, name, word.length(), Lexer.Reading.KEEPING_VARIABLES);
    List<Splitter.Part> quoted = parts(word, name, word.length(), Lexer.Reading.KEEPING_QUOTES);
    if (plain.size() != 1 || quoted.size() != 1) {
      return null;
    }
    boolean expands = quotes(plain.get(0).text()) == quotes(quoted.get(0).text());
    int descriptor = fileDescriptor(word, digits);
    return new Marker(part.start(), part.end(), plain.get(0).text(), expands, chomps, descriptor);
  }

  private static List<Splitter.Part> parts(String text, int start, int end, Lexer.Reading reading) {
    return new Lexer(text, start, end, reading, name -> Value.unset()).parts();
  }

  private static int fileDescriptor(String word, int digits) {
    return digits == 0 || digits > 9 ? 0 : Integer.parseInt(word, 0, digits, 10);
  }

  private static long quotes(String text) {
    return text.chars().filter(c -> c == '\'' || c == '"').count();
  }
}
