package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** One service that another one waits for. */
public final class Dependency implements Located {

  private final Key service;
  private final Mapping options;

  private Dependency(Key service, Mapping options) {
    this.service = service;
    this.options = options;
  }

  /** The name of the service, where it is written. */
  @Override
  public SourceRange range() {
    return service.range();
  }

  /** The name of the service that is waited for. */
  public String service() {
    return service.name();
  }

  /** Whether it is written as a name alone, which cannot have a condition. */
  public boolean isShort() {
    return options == null
        || options.scalar("condition").filter(own -> own.range().equals(range())).isPresent();
  }

  /** The condition as written; empty means {@code service_started}. */
  public Optional<Scalar> condition() {
    return option("condition");
  }

  /** Whether somebody wrote a condition; the merging of short lists makes one of its own. */
  public boolean saysCondition() {
    return condition().filter(Dependency::isWritten).isPresent();
  }

  private static boolean isWritten(Scalar condition) {
    String written = condition.range().text();
    return written.contains(condition.text()) || written.indexOf('$') >= 0;
  }

  /** Whether the dependency may be absent without an error. */
  public boolean isOptional() {
    return option("required")
        .filter(Scalar::isKnown)
        .map(required -> !required.isTrue())
        .orElse(false);
  }

  /** Whether the service is restarted after the one that it waits for is. */
  public boolean restarts() {
    return option("restart").map(Scalar::isTrue).orElse(false);
  }

  static List<Dependency> read(Node node) {
    if (node instanceof Mapping) {
      return ((Mapping) node).entries().stream().map(Dependency::of).toList();
    }
    return node.asSequence().stream()
        .flatMap(Sequence::scalars)
        .map(name -> new Dependency(new Key(name.range(), name.text()), null))
        .toList();
  }

  private static Dependency of(Entry entry) {
    Mapping options = entry.value().asMapping().orElse(null);
    return new Dependency(entry.key(), options);
  }

  private Optional<Scalar> option(String name) {
    return options == null ? Optional.empty() : options.scalar(name);
  }
}
