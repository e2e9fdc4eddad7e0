package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** A network, volume, secret or config that the project declares at the top level. */
public final class Resource implements Located {

  private final Entry entry;

  Resource(Entry entry) {
    this.entry = entry;
  }

  /** The name, where it is written. */
  @Override
  public SourceRange range() {
    return entry.key().range();
  }

  /** The name by which services use it. */
  public String name() {
    return entry.key().name();
  }

  /** Whether it exists outside of the project, so that compose does not create it. */
  public boolean isExternal() {
    return attribute("external")
        .map(external -> external.asScalar().map(Scalar::isTrue).orElse(true))
        .orElse(false);
  }

  /** The name that it has on the host; empty if compose makes one of that of the project. */
  public Optional<String> onHost() {
    return attribute("name").flatMap(Node::asScalar).filter(Scalar::isKnown).map(Scalar::text);
  }

  /** Any attribute by its name in the compose specification; empty if absent or null. */
  public Optional<Node> attribute(String name) {
    return entry.value().asMapping().flatMap(mapping -> mapping.get(name));
  }
}
