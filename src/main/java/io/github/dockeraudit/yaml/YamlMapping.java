package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.SourceRange;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** A mapping with its entries in the order of the file; merge keys ({@code <<}) are resolved. */
public final class YamlMapping extends YamlNode {

  private final Map<String, YamlEntry> entries;
  private final Map<String, YamlEntry> written;
  private final boolean flow;

  YamlMapping(
      SourceRange range,
      String tag,
      SourceRange site,
      Map<String, YamlEntry> entries,
      Map<String, YamlEntry> written,
      boolean flow) {
    super(range, tag, site);
    this.entries = Collections.unmodifiableMap(entries);
    this.written = Collections.unmodifiableMap(written);
    this.flow = flow;
  }

  /** The entries; those that a merge key brought stand in its place. */
  public Collection<YamlEntry> entries() {
    return entries.values();
  }

  /** The entries as they stand in the file: merge keys are there, and not what they bring. */
  public Collection<YamlEntry> written() {
    return written.values();
  }

  /** The entry of a key that stands in this very mapping. */
  public Optional<YamlEntry> writtenEntry(String key) {
    return Optional.ofNullable(written.get(key));
  }

  /** The entry of a key. */
  public Optional<YamlEntry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The value of a key. */
  public Optional<YamlNode> get(String key) {
    return entry(key).map(YamlEntry::value);
  }

  /** Whether it is written in braces. */
  public boolean isFlow() {
    return flow;
  }

  @Override
  YamlMapping usedAt(SourceRange alias) {
    return new YamlMapping(range(), rawTag(), alias, entries, written, flow);
  }

  @Override
  public String toString() {
    return "{" + entries.size() + " entries}";
  }
}
