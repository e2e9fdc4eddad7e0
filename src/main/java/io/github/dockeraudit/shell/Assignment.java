package io.github.dockeraudit.shell;

import java.util.List;

/** A variable set before a command or on its own: {@code A=1}, {@code A+=1}, {@code A=(1 2)}. */
public final class Assignment extends Span {

  private final Word word;
  private final String name;
  private final Word value;

  private Assignment(Word word, String name, Word value) {
    super(word.text, word.start, word.end);
    this.word = word;
    this.name = name;
    this.value = value;
  }

  /** Adds the assignment that a word is; false if it is none. */
  static boolean addTo(List<Assignment> assignments, Word word) {
    String text = word.text.text();
    int nameEnd = nameEnd(text, word.start, word.end);
    int valueStart = nameEnd == word.start ? -1 : afterSign(text, nameEnd, word.end);
    if (valueStart < 0) {
      return false;
    }
    String name = text.substring(word.start, nameEnd);
    assignments.add(new Assignment(word, name, word.from(valueStart)));
    return true;
  }

  /** Whether the text from {@code start} to {@code end} is a name with a sign after it. */
  static boolean endsWithSign(String text, int start, int end) {
    if (end - start < 2 || text.charAt(end - 1) != '=') {
      return false;
    }
    int nameEnd = nameEnd(text, start, end);
    return nameEnd > start && afterSign(text, nameEnd, end) == end;
  }

  private static int nameEnd(String text, int start, int end) {
    int i = start;
    if (i < end && Cursor.isNameStart(text.charAt(i))) {
      while (i < end && Cursor.isNamePart(text.charAt(i))) {
        i++;
      }
    }
    return i;
  }

  /** Where the value begins after a subscript, if any, and the sign; -1 without a sign. */
  private static int afterSign(String text, int nameEnd, int end) {
    int i = nameEnd;
    if (i < end && text.charAt(i) == '[') {
      while (i < end && !(text.charAt(i) == ']' && isSign(text, i + 1, end))) {
        i++;
      }
      i++;
    }
    if (!isSign(text, i, end)) {
      return -1;
    }
    return text.charAt(i) == '=' ? i + 1 : i + 2;
  }

  private static boolean isSign(String text, int i, int end) {
    return i < end && text.charAt(i) == '='
        || i + 1 < end && text.charAt(i) == '+' && text.charAt(i + 1) == '=';
  }

  /** All of it as one word. */
  public Word word() {
    return word;
  }

  /** The name of the variable, without a subscript. */
  public String name() {
    return name;
  }

  /** The value; an empty word after a bare {@code A=}, without a literal for an array. */
  public Word value() {
    return value;
  }
}
