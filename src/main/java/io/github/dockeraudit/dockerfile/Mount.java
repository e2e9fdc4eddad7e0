package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/**
 * What one {@code --mount} flag of a RUN asks for.
 *
 * @param flag the flag
 * @param fields the comma-separated fields as written
 */
public record Mount(Flag flag, List<Field> fields) implements Located {

  @Override
  public SourceRange range() {
    return flag.range();
  }

  /** The type in lower case: {@code bind} unless the flag says otherwise. */
  public String type() {
    return value("type").map(word -> word.text().toLowerCase(java.util.Locale.ROOT)).orElse("bind");
  }

  /** The stage or image that is mounted; empty for the build context or nothing. */
  public Optional<Word> from() {
    return value("from");
  }

  /** The path inside what is mounted. */
  public Optional<Word> source() {
    return value("source");
  }

  /** Where it is mounted. */
  public Optional<Word> target() {
    return value("target");
  }

  /**
   * The value of the last field of that key, which is given in its long form: {@code source} also
   * finds {@code src}, {@code target} also {@code dst} and {@code destination}, {@code readonly}
   * also {@code ro}, {@code readwrite} also {@code rw}.
   */
  public Optional<Word> value(String key) {
    return fields.stream()
        .filter(field -> field.key().equals(key))
        .reduce((first, second) -> second)
        .flatMap(Field::value);
  }

  /** One field of a mount, such as {@code target=/root/.m2} or {@code ro}. */
  public static final class Field implements Located {

    private final Word word;

    Field(Word word) {
      this.word = word;
    }

    @Override
    public SourceRange range() {
      return word.range();
    }

    /** The key in lower case and long form. */
    public String key() {
      return word.text();
    }

    /** What follows the equals sign; empty without one. */
    public Optional<Word> value() {
      return Optional.empty();
    }
  }
}
