package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.Origin;
import java.util.List;
import java.util.Objects;

/**
 * What somebody has set, as they wrote it.
 *
 * @param texts one for all but lists
 * @param origin where they did
 */
public record Value(List<String> texts, Origin origin) {

  public Value {
    texts = List.copyOf(texts);
    Objects.requireNonNull(origin);
  }

  /** All of it as one text. */
  String text() {
    return String.join(",", texts).strip();
  }
}
