package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Problem.Correction;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the reasons why compose refuses a deployment, each once. */
final class Problems {

  /** More than this nobody reads, and a hostile file could cause millions. */
  private static final int MOST = 1_000;

  private final Set<Problem> found = new LinkedHashSet<>();

  boolean isEmpty() {
    return found.isEmpty();
  }

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
    List<String> unset = unset(node);
    report(node.site(), unset.isEmpty() ? message : becauseUnset(message, unset), unset);
  }

  /** What is to be done, which stands behind the semicolon, is then another thing. */
  private static String becauseUnset(String message, List<String> unset) {
    int remedy = message.indexOf(';');
    return "%s; %s is unset, set it in .env or write a default"
        .formatted(remedy < 0 ? message : message.substring(0, remedy), unset.get(0));
  }

  void report(SourceRange range, String message, List<String> unset) {
    if (!isFull()) {
      found.add(new Problem(range, message, unset, Optional.empty(), Optional.empty()));
    }
  }

  /** Reports a fault that is certain, and what was most likely meant, if that is known. */
  void report(SourceRange range, String message, Optional<Correction> correction) {
    if (!isFull()) {
      found.add(new Problem(range, message, List.of(), Optional.empty(), correction));
    }
  }

  /** Reports that something is not declared, which another file may do. */
  void reportMissing(Located place, String section, String name, String message) {
    reportMissing(place, section, name, message, Optional.empty());
  }

  /** Reports that something is not declared, and what was most likely meant. */
  void reportMissing(
      Located place, String section, String name, String message, Optional<Correction> correction) {
    Optional<Node> value = Optional.of(place).filter(Node.class::isInstance).map(Node.class::cast);
    if (value.isPresent() && !unset(value.get()).isEmpty()) {
      report(value.get(), message);
    } else if (!isFull()) {
      SourceRange range = value.map(Node::site).orElse(place.range());
      Problem.Missing missing = new Problem.Missing(section, name);
      found.add(new Problem(range, message, List.of(), Optional.of(missing), correction));
    }
  }

  /** All of them by file and place. */
  List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::range)).toList();
  }

  private static List<String> unset(Node node) {
    return node.asScalar().stream()
        .flatMap(scalar -> unknown(scalar.interpolations().stream()))
        .distinct()
        .toList();
  }

  private static Stream<String> unknown(Stream<Interpolation> uses) {
    return uses.filter(Interpolation::isUnknown)
        .flatMap(use -> use.hasDefault() ? unknown(use.nested().stream()) : Stream.of(use.name()));
  }
}
