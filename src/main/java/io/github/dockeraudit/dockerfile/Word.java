package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/**
 * One word of an instruction, or the one text of an instruction that is not parted into words.
 *
 * <p>Its {@link #text() text} is what BuildKit's parser hands on: quotes and variables stand in it
 * unless the word is a flag or a JSON string. {@link #literal()} is what it comes to.
 */
public final class Word implements Located {

  private final Line line;
  private final int start;
  private final int end;

  /** The text where it is not the very stretch of the line; else null. */
  private final MappedText changed;

  /** Whether Docker takes quotes away and expands variables. */
  private final boolean expands;

  private Word(Line line, int start, int end, MappedText changed, boolean expands) {
    this.line = line;
    this.start = start;
    this.end = end;
    this.changed = changed;
    this.expands = expands;
  }

  /** A stretch of the line that stands for itself. */
  static Word verbatim(Line line, int start, int end) {
    return new Word(line, start, end, null, false);
  }

  /** A stretch of the line in which quotes, escapes and variables have a meaning. */
  static Word expanding(Line line, int start, int end) {
    return new Word(line, start, end, null, true);
  }

  /** A stretch of the line whose text is another than the stretch. */
  static Word changed(Line line, int start, int end, MappedText text, boolean expands) {
    return new Word(line, start, end, text, expands);
  }

  /** The word in the file, quotes included. */
  @Override
  public SourceRange range() {
    return line.range(start, end);
  }

  /** The text as BuildKit's parser hands it on, line continuations taken out. */
  public String text() {
    return changed == null ? line.text.substring(start, end) : changed.text();
  }

  /** {@link #text()} with the way back to the file. */
  public MappedText mapped() {
    return changed == null ? line.mapped(start, end) : changed;
  }

  /** Whether there is no text. */
  public boolean isEmpty() {
    return changed == null ? start == end : changed.length() == 0;
  }

  /**
   * What the word comes to whatever the variables hold: quotes and escapes are gone. Empty if it
   * holds a variable that Docker expands; {@link State#expand} may know more.
   */
  public Optional<String> literal() {
    String text = text();
    return expands && text.indexOf('$') >= 0 ? Optional.empty() : Optional.of(text);
  }

  /** Whether Docker takes quotes and escapes away and expands variables in this word. */
  boolean expands() {
    return expands;
  }

  char escape() {
    return line.escape;
  }

  /** The part of this word between two offsets into its text. */
  Word part(int from, int to) {
    if (changed == null) {
      return new Word(line, start + from, start + to, null, expands);
    }
    return new Word(line, start, end, changed.substring(from, to), expands);
  }

  /** An empty word right after this one. */
  Word after() {
    return new Word(line, end, end, null, expands);
  }

  /** {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}
