package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the reasons why compose refuses a deployment, each once. */
final class Problems {

  /** More than this nobody reads, and a hostile file could cause millions. */
  private static final int MOST = 1_000;

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Whether no further problem will be kept. */
  boolean isFull() {
    return found.size() >= MOST;
  }

  /** Reports a fault that is certain. */
  void report(SourceRange range, String message) {
    report(range, message, List.of());
  }

  /** Reports a fault of a value, which is uncertain if the value holds an unknown variable. */
  void report(Node node, String message) {
    List<String> unset = new ArrayList<>();
    if (node instanceof Scalar) {
      unknown(((Scalar) node).interpolations().stream()).distinct().forEachOrdered(unset::add);
    }
    report(node.site(), message, unset);
  }

  void report(SourceRange range, String message, List<String> unset) {
    if (!isFull()) {
      found.add(new Problem(range, message, unset));
    }
  }

  /** All of them by file and place. */
  List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::range)).toList();
  }

  private static Stream<String> unknown(Stream<Interpolation> uses) {
    return uses.filter(Interpolation::isUnknown)
        .flatMap(use -> use.hasDefault() ? unknown(use.nested().stream()) : Stream.of(use.name()));
  }
}
