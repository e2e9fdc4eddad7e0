package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/**
 * A flag between keyword and arguments, such as {@code --from=build}.
 *
 * @param word the whole flag without quotes and escapes, beginning with two dashes
 */
public record Flag(Word word) implements Located {

  @Override
  public SourceRange range() {
    return word.range();
  }

  /** The name without the two dashes, as written: BuildKit tells upper from lower case here. */
  public String name() {
    String text = word.text();
    int equals = text.indexOf('=');
    return text.substring(2, equals < 0 ? text.length() : equals);
  }

  /** The text after the equals sign, possibly empty; empty if there is no equals sign. */
  public Optional<Word> value() {
    int equals = word.text().indexOf('=');
    return equals < 0 ? Optional.empty() : Optional.of(word.part(equals + 1, word.text().length()));
  }
}
