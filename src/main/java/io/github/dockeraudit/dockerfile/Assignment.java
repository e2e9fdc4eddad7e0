package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** One variable or label with its value, of ARG, ENV or LABEL. */
public final class Assignment implements Located {

  private final Word name;
  private final Word value;
  private final boolean legacy;

  Assignment(Word name, Word value, boolean legacy) {
    this.name = name;
    this.value = value;
    this.legacy = legacy;
  }

  @Override
  public SourceRange range() {
    return value == null ? name.range() : name.range().union(value.range());
  }

  /** The name, possibly quoted. */
  public Word name() {
    return name;
  }

  /** The value, possibly without text; empty for an ARG without a default. */
  public Optional<Word> value() {
    return Optional.ofNullable(value);
  }

  /** Whether a space parts name and value, as in {@code ENV name value}. */
  public boolean isLegacy() {
    return legacy;
  }
}
