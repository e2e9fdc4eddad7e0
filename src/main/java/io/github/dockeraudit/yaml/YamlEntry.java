package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** One key of a mapping with its value. */
public final class YamlEntry implements Located {

  private final YamlScalar key;
  private final YamlNode value;
  private final SourceRange mergedAt;

  YamlEntry(YamlScalar key, YamlNode value, SourceRange mergedAt) {
    this.key = key;
    this.value = value;
    this.mergedAt = mergedAt;
  }

  /** The key; its range is exact. */
  public YamlScalar key() {
    return key;
  }

  /** The value; an empty scalar where nothing stands after the colon. */
  public YamlNode value() {
    return value;
  }

  /** Where the merge key's value stands that brought this entry here; empty for an own entry. */
  public Optional<SourceRange> mergedAt() {
    return Optional.ofNullable(mergedAt);
  }

  /** From the key to the end of the value, as written at the place of the key. */
  @Override
  public SourceRange range() {
    return key.range().union(value.site());
  }

  YamlEntry mergedAt(SourceRange place) {
    return new YamlEntry(key, value, place);
  }

  @Override
  public String toString() {
    return key + ": " + value;
  }
}
