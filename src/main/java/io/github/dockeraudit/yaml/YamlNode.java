package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** One mapping, sequence or scalar of a YAML file. */
public abstract sealed class YamlNode implements Located
    permits YamlMapping, YamlSequence, YamlScalar {

  private final SourceRange range;
  private final String tag;
  private final SourceRange site;

  YamlNode(SourceRange range, String tag, SourceRange site) {
    this.range = range;
    this.tag = tag;
    this.site = site;
  }

  /**
   * Where the content stands: quotes and brackets included, anchor and tag left out. For a node
   * that is used by an alias this is where its anchor stands, which may be far from {@link #site}.
   */
  @Override
  public SourceRange range() {
    return range;
  }

  /**
   * Where the node is used: the alias {@code *name}, or {@link #range} for one that is no alias.
   */
  public SourceRange site() {
    return site;
  }

  /** Whether the node stands here by an alias. */
  public boolean isAlias() {
    return site != range;
  }

  /** The tag as written, like {@code !reset} or {@code !!str}; empty without one. */
  public Optional<String> tag() {
    return tag.isEmpty() ? Optional.empty() : Optional.of(tag);
  }

  /** Whether the tag is the given one. */
  public boolean hasTag(String wanted) {
    return tag.equals(wanted);
  }

  /** The same node as it is used by an alias at another place. */
  abstract YamlNode usedAt(SourceRange alias);

  /** The tag as written; the empty string without one. */
  final String rawTag() {
    return tag;
  }
}
