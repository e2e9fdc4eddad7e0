package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.SourceRange;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** A mapping with its entries in the order of the files. */
public final class Mapping implements Node {

  private final SourceRange range;
  private final SourceRange site;
  private final Map<String, Entry> entries;

  Mapping(SourceRange range, SourceRange site, Map<String, Entry> entries) {
    this.range = range;
    this.site = site;
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** Where the mapping stands in the first of the files that it was merged from. */
  @Override
  public SourceRange range() {
    return range;
  }

  @Override
  public SourceRange site() {
    return site;
  }

  /** The entries. */
  public Collection<Entry> entries() {
    return entries.values();
  }

  /** The entry of a key. */
  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Whether the key is there, be its value null. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** The value of a key; empty if the key is absent or its value is null. */
  public Optional<Node> get(String key) {
    Entry entry = entries.get(key);
    return entry == null || entry.value().isNull() ? Optional.empty() : Optional.of(entry.value());
  }

  /** The value of a key that is a scalar; empty if it is null or something else. */
  public Optional<Scalar> scalar(String key) {
    return get(key).flatMap(Node::asScalar);
  }

  /** The value of a key that is a mapping; empty if it is something else. */
  public Optional<Mapping> mapping(String key) {
    return get(key).flatMap(Node::asMapping);
  }

  /** The value of a key that is a sequence; empty if it is something else. */
  public Optional<Sequence> sequence(String key) {
    return get(key).flatMap(Node::asSequence);
  }

  @Override
  public String toString() {
    return entries.values().toString();
  }
}
