package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one {@code --mount} flag of a RUN asks for.
 *
 * @param flag the flag
 * @param fields the comma-separated fields in file order; empty if they cannot be read
 */
public record Mount(Flag flag, List<Field> fields) implements Located {

  @Override
  public SourceRange range() {
    return flag.range();
  }

  /** The type in lower case: {@code bind} unless the flag says otherwise. */
  public String type() {
    return value("type").map(type -> type.text().toLowerCase(Locale.ROOT)).orElse("bind");
  }

  /** The stage or image that is mounted; empty for the build context or for nothing. */
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

  /** The last field of that key, see {@link Field#key()}. */
  public Optional<Field> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).reduce((first, last) -> last);
  }

  /** The value of the last field of that key; empty without such a field or without a value. */
  public Optional<Word> value(String key) {
    return field(key).flatMap(Field::value);
  }

  /**
   * One field of a mount, such as {@code target=/root/.m2} or {@code ro}.
   *
   * @param word the whole field
   */
  public record Field(Word word) implements Located {

    @Override
    public SourceRange range() {
      return word.range();
    }

    /**
     * The key in lower case and in its long form: {@code source} for {@code src}, {@code target}
     * for {@code dst} and {@code destination}, {@code readonly} for {@code ro}, {@code readwrite}
     * for {@code rw}.
     */
    public String key() {
      int equals = word.indexOf('=');
      String text = word.text();
      String key = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
      return switch (key) {
        case "src" -> "source";
        case "dst", "destination" -> "target";
        case "ro" -> "readonly";
        case "rw" -> "readwrite";
        default -> key;
      };
    }

    /** What follows the equals sign; empty without one. */
    public Optional<Word> value() {
      int equals = word.indexOf('=');
      return equals < 0
          ? Optional.empty()
          : Optional.of(word.part(equals + 1, word.length()).expanding());
    }
  }
}
