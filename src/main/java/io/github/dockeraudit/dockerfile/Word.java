package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/**
 * One word of an instruction, or the one text of an instruction that is not parted into words.
 *
 * <p>Its {@link #text() text} is what BuildKit's parser hands on: quotes and variables still stand
 * in it, unless it is a flag or a JSON string. {@link #literal()} is what it comes to.
 */
public final class Word implements Located {

  private static final byte PLAIN = 1;
  private static final byte MARKED = 2;

  private final Line line;
  private final int start;
  private final int end;
  private final int textStart;
  private final int textEnd;

  /** The text where it is not the very stretch of the line; else null. */
  private final MappedText changed;

  private final boolean expands;

  /** What {@link #text()} gives, kept from its first use; a race only makes it twice. */
  private String text;

  /** The same of {@link #literal()}; null before. */
  private Optional<String> literal;

  /** The same of {@link #isPlain}: 0 before. */
  private byte plain;

  private Word(
      Line line,
      int start,
      int end,
      int textStart,
      int textEnd,
      MappedText changed,
      boolean expands) {
    this.line = line;
    this.start = start;
    this.end = end;
    this.textStart = textStart;
    this.textEnd = textEnd;
    this.changed = changed;
    this.expands = expands;
  }

  /** A stretch of the line that stands for itself. */
  static Word verbatim(Line line, int start, int end) {
    return new Word(line, start, end, start, end, null, false);
  }

  /** A stretch of the line in which quotes, escapes and variables have a meaning. */
  static Word expanding(Line line, int start, int end) {
    return new Word(line, start, end, start, end, null, true);
  }

  /** A stretch of the line with the one character at either end taken away. */
  static Word enclosed(Line line, int start, int end, boolean expands) {
    return new Word(line, start, end, start + 1, end - 1, null, expands);
  }

  /** A stretch of the line whose text is another than the stretch. */
  static Word changed(Line line, int start, int end, MappedText text, boolean expands) {
    return new Word(line, start, end, start, end, text, expands);
  }

  /** The word in the file; the quotes of a JSON string or a flag are part of it. */
  @Override
  public SourceRange range() {
    return line.range(start, end);
  }

  /** The text as BuildKit's parser hands it on, without line continuations. */
  public String text() {
    String known = text;
    if (known == null) {
      known = changed == null ? line.text.substring(textStart, textEnd) : changed.text();
      text = known;
    }
    return known;
  }

  /** {@link #text()} with the way back to the file. */
  public MappedText mapped() {
    return changed == null ? line.mapped(textStart, textEnd) : changed;
  }

  /** Whether there is no text. */
  public boolean isEmpty() {
    return changed == null ? textStart == textEnd : changed.length() == 0;
  }

  /**
   * What the word comes to whatever the variables hold, with quotes and escapes taken away. Empty
   * if it holds a variable that Docker expands, and if Docker rejects it; {@link Scope#expand}
   * knows more.
   */
  public Optional<String> literal() {
    Optional<String> known = literal;
    if (known == null) {
      known = isPlain() ? Optional.of(text()) : readLiteral();
      literal = known;
    }
    return known;
  }

  private Optional<String> readLiteral() {
    Lexer lexer = lexer(name -> Value.unknown());
    Value value = lexer.expand();
    return lexer.usesVariables() ? Optional.empty() : value.text();
  }

  /** Whether Docker takes quotes and escapes away and expands variables in this word. */
  public boolean expands() {
    return expands;
  }

  /** What the word comes to with these variables. */
  Value in(Scope scope) {
    return isPlain() ? Value.known(text()) : lexer(scope).expand();
  }

  /** Reads this word as Docker does. */
  Lexer lexer(Scope scope) {
    return new Lexer(text(), line.escape, line.placeholders, scope);
  }

  /** Whether the text stands for itself. */
  boolean isPlain() {
    if (plain == 0) {
      plain = !expands || hasNoMarks() ? PLAIN : MARKED;
    }
    return plain == PLAIN;
  }

  private boolean hasNoMarks() {
    String holder = changed == null ? line.text : changed.text();
    int from = changed == null ? textStart : 0;
    int to = changed == null ? textEnd : holder.length();
    for (int i = from; i < to; i++) {
      char c = holder.charAt(i);
      if (c == '$' || c == '"' || c == '\'' || c == line.escape) {
        return false;
      }
    }
    return line.placeholders == null || !line.placeholders.mayBeIn(text());
  }

  /** Whether something may come into the place of a variable before Docker reads the file. */
  boolean mayBeFilled(String name) {
    return line.placeholders != null && line.placeholders.mayFill(name, text());
  }

  /** Appends {@link #mapped()}. */
  void copyTo(MappedText.Builder builder) {
    line.copy(textStart, textEnd, builder);
  }

  /** The same word, in which quotes, escapes and variables have a meaning. */
  Word expanding() {
    return new Word(line, start, end, textStart, textEnd, changed, true);
  }

  /** The offset after this word in the text of its line. */
  int stop() {
    return end;
  }

  /** Whether the text is this one but for the case of ASCII letters. */
  boolean is(String other) {
    return changed == null
        ? textEnd - textStart == other.length()
            && line.text.regionMatches(true, textStart, other, 0, other.length())
        : changed.text().equalsIgnoreCase(other);
  }

  /** The number of UTF-16 code units of the text. */
  int length() {
    return changed == null ? textEnd - textStart : changed.length();
  }

  /** The offset of {@code c} in the text; -1 without one. */
  int indexOf(char c) {
    if (changed != null) {
      return changed.text().indexOf(c);
    }
    for (int i = textStart; i < textEnd; i++) {
      if (line.text.charAt(i) == c) {
        return i - textStart;
      }
    }
    return -1;
  }

  /** The part of this word between two offsets into its text. */
  Word part(int from, int to) {
    if (changed != null) {
      return new Word(line, start, end, start, end, changed.substring(from, to), expands);
    }
    int partStart = textStart + from;
    int partEnd = textStart + to;
    return new Word(line, partStart, partEnd, partStart, partEnd, null, expands);
  }

  /** An empty word right after this one. */
  Word after() {
    return verbatim(line, end, end);
  }

  /** {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}
