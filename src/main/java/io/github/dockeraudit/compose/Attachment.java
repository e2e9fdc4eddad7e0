package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** The connection of a service to one network. */
public final class Attachment implements Located {

  private final Key network;
  private final Mapping options;

  private Attachment(Key network, Mapping options) {
    this.network = network;
    this.options = options;
  }

  /** The name of the network, where it is written. */
  @Override
  public SourceRange range() {
    return network.range();
  }

  /** The name of the network among the project's. */
  public String network() {
    return network.name();
  }

  /** The options of the long form, like {@code aliases}; empty if there are none. */
  public Optional<Mapping> options() {
    return Optional.ofNullable(options);
  }

  static List<Attachment> read(Node node) {
    if (node instanceof Mapping) {
      return ((Mapping) node)
          .entries().stream()
              .map(entry -> new Attachment(entry.key(), entry.value().asMapping().orElse(null)))
              .toList();
    }
    return node.asSequence().stream()
        .flatMap(Sequence::scalars)
        .map(name -> new Attachment(new Key(name.range(), name.text()), null))
        .toList();
  }
}
