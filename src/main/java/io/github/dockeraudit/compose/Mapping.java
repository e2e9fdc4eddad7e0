package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.SourceRange;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A mapping with its entries in the order of the files. */
public final class Mapping extends Node {

  private final Map<String, Entry> entries;

  Mapping(SourceRange range, SourceRange site, MergeTag tag, Map<String, Entry> entries) {
    super(range, site, tag);
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** The same mapping with other entries. */
  Mapping with(Map<String, Entry> others) {
    return new Mapping(range(), site(), tag(), others);
  }

  /**
   * The same mapping with other values; an entry whose value becomes null is left out. This very
   * object if nothing changes.
   */
  Mapping mapValues(Function<Entry, Node> change) {
    Map<String, Entry> changed = null;
    for (Entry entry : entries.values()) {
      Node value = change.apply(entry);
      if (value != entry.value()) {
        changed = changed == null ? new LinkedHashMap<>(entries) : changed;
        if (value == null) {
          changed.remove(entry.name());
        } else {
          changed.put(entry.name(), new Entry(entry.key(), value));
        }
      }
    }
    return changed == null ? this : with(changed);
  }

  @Override
  public Optional<Mapping> asMapping() {
    return Optional.of(this);
  }

  @Override
  void addInterpolations(List<Interpolation> all) {
    for (Entry entry : entries.values()) {
      entry.value().addInterpolations(all);
    }
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
