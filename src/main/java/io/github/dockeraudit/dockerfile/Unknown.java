package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An instruction that no Dockerfile has. Its arguments are one text. */
public record Unknown(Syntax syntax) implements Instruction {

  private static final List<String> KEYWORDS =
      Arrays.stream(Keyword.values())
          .filter(keyword -> keyword != Keyword.UNKNOWN)
          .map(Keyword::name)
          .toList();

  /** The keyword that may have been meant; empty if none is like this one. */
  public Optional<String> meant() {
    return Suggestion.closest(keyword().text(), KEYWORDS);
  }
}
