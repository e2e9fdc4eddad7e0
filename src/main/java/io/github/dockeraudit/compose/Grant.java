package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** The use of a secret or config by a service or a build, in the short or the long form. */
public final class Grant implements Located {

  private final Node node;

  private Grant(Node node) {
    this.node = node;
  }

  @Override
  public SourceRange range() {
    return node.range();
  }

  /** The name of the secret or config among the project's; empty if the long form lacks it. */
  public Optional<Scalar> source() {
    return node.asScalar().or(() -> scalar("source"));
  }

  /** Where it is mounted, or its name there; empty means a default. */
  public Optional<Scalar> target() {
    return scalar("target");
  }

  /** The permissions of the mounted file, in octal; empty means a default. */
  public Optional<Scalar> mode() {
    return scalar("mode");
  }

  static List<Grant> read(Node node) {
    return node.asSequence().stream()
        .flatMap(list -> list.items().stream())
        .filter(item -> !item.isNull())
        .map(Grant::new)
        .toList();
  }

  private Optional<Scalar> scalar(String name) {
    return node.asMapping().flatMap(mapping -> mapping.scalar(name));
  }
}
