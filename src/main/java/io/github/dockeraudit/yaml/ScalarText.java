package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;

/** Finds for the value of a scalar where in the file each of its characters stands. */
final class ScalarText {

  private ScalarText() {}

  static MappedText of(YamlScalar scalar) {
    SourceRange range = scalar.range();
    String value = scalar.value();
    int quote = scalar.style().isQuoted() ? 1 : 0;
    MappedText.Builder text = new MappedText.Builder(range.source());
    int start = range.start() + quote;
    if (range.source().text().startsWith(value, start)
        && start + value.length() == range.end() - quote) {
      return text.copy(start, range.end() - quote).build();
    }
    return text.replace(range.start(), range.end(), value).build();
  }
}
