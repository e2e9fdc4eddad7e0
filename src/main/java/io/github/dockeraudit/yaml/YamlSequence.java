package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.SourceRange;
import java.util.List;

/** A sequence. */
public final class YamlSequence extends YamlNode {

  private final List<YamlNode> items;
  private final boolean flow;

  YamlSequence(
      SourceRange range, String tag, SourceRange site, List<YamlNode> items, boolean flow) {
    super(range, tag, site);
    this.items = List.copyOf(items);
    this.flow = flow;
  }

  /** The items in the order of the file. */
  public List<YamlNode> items() {
    return items;
  }

  /** Whether it is written in brackets. */
  public boolean isFlow() {
    return flow;
  }

  @Override
  YamlSequence usedAt(SourceRange alias) {
    return new YamlSequence(range(), rawTag(), alias, items, flow);
  }

  @Override
  public String toString() {
    return "[" + items.size() + " items]";
  }
}
