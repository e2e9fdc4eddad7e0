package io.github.dockeraudit.report.document;

import io.github.dockeraudit.rule.Severity;
import java.util.Objects;
import java.util.regex.Pattern;

/** A part of a line. */
public sealed interface Inline {

  /** Words. */
  record Plain(String text) implements Inline {
    public Plain {
      Objects.requireNonNull(text);
    }

    @Override
    public void accept(InlineVisitor visitor) {
      visitor.visit(this);
    }
  }

  /** Words of a file or a command. */
  record Code(String text) implements Inline {
    public Code {
      Objects.requireNonNull(text);
    }

    @Override
    public void accept(InlineVisitor visitor) {
      visitor.visit(this);
    }
  }

  /** Words that stand out. */
  record Strong(Text text) implements Inline {
    public Strong {
      Objects.requireNonNull(text);
    }

    @Override
    public void accept(InlineVisitor visitor) {
      visitor.visit(this);
    }
  }

  /**
   * Words that lead elsewhere.
   *
   * @param target {@code #} and the id of a section, or an address that begins with {@code
   *     https://} or {@code http://}
   */
  record Link(Text text, String target) implements Inline {

    private static final Pattern TARGET = Pattern.compile("#[a-z0-9-]+|https?://[^\\s\"<>]+");

    /**
     * @throws IllegalArgumentException if the target is neither
     */
    public Link {
      Objects.requireNonNull(text);
      if (!TARGET.matcher(target).matches()) {
        throw new IllegalArgumentException("'%s' is nothing to link to".formatted(target));
      }
    }

    @Override
    public void accept(InlineVisitor visitor) {
      visitor.visit(this);
    }
  }

  /** How grave a finding is. */
  record Gravity(Severity severity) implements Inline {
    public Gravity {
      Objects.requireNonNull(severity);
    }

    @Override
    public void accept(InlineVisitor visitor) {
      visitor.visit(this);
    }
  }

  /**
   * A grade.
   *
   * @param letter A to F, {@code +} or {@code -} after it
   */
  record Grade(String letter) implements Inline {

    private static final Pattern LETTER = Pattern.compile("[A-F][+-]?");

    /**
     * @throws IllegalArgumentException if the letter is none
     */
    public Grade {
      if (!LETTER.matcher(letter).matches()) {
        throw new IllegalArgumentException("'%s' is no grade".formatted(letter));
      }
    }

    /** How welcome it is: A and B are good, C is fair. */
    public Tone tone() {
      char first = letter.charAt(0);
      return first <= 'B' ? Tone.GOOD : first == 'C' ? Tone.FAIR : Tone.POOR;
    }

    @Override
    public void accept(InlineVisitor visitor) {
      visitor.visit(this);
    }
  }

  /** Whether something holds. */
  enum Sign implements Inline {
    YES("yes", Tone.GOOD),
    PARTLY("partly", Tone.FAIR),
    NO("no", Tone.POOR);

    private final String word;
    private final Tone tone;

    Sign(String word, Tone tone) {
      this.word = word;
      this.tone = tone;
    }

    /** The sign in a word, for those who do not see it. */
    public String word() {
      return word;
    }

    public Tone tone() {
      return tone;
    }

    /** How much of something holds: yes if all, no if none. */
    public static Sign of(long holding, long all) {
      return holding >= all ? YES : holding > 0 ? PARTLY : NO;
    }

    @Override
    public void accept(InlineVisitor visitor) {
      visitor.visit(this);
    }
  }

  /** Hands this to the method for its kind. */
  void accept(InlineVisitor visitor);
}
