package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.Optional;
import java.util.Set;

/**
 * A flag between keyword and arguments, such as {@code --from=build}.
 *
 * @param word the whole flag without quotes and escapes, beginning with two dashes
 */
public record Flag(Word word) implements Located {

  /** The flags in which Docker expands variables; in the fields of a mount it does, too. */
  private static final Set<String> EXPANDED =
      Set.of("chmod", "checksum", "chown", "exclude", "platform");

  @Override
  public SourceRange range() {
    return word.range();
  }

  /** Takes it out with the blank behind it. */
  public TextEdit removed() {
    SourceRange flag = range();
    return flag.source().range(flag.start(), flag.end() + 1).delete();
  }

  /** The name without the two dashes, as written: BuildKit tells upper from lower case here. */
  public String name() {
    int equals = word.indexOf('=');
    return word.text().substring(2, equals < 0 ? word.length() : equals);
  }

  /** What follows the equals sign, possibly without text; empty without an equals sign. */
  public Optional<Word> value() {
    int equals = word.indexOf('=');
    if (equals < 0) {
      return Optional.empty();
    }
    Word value = word.part(equals + 1, word.length());
    return Optional.of(EXPANDED.contains(name()) ? value.expanding() : value);
  }
}
