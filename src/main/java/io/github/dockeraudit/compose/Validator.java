package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Problem.Correction;
import io.github.dockeraudit.compose.Shape.ListShape;
import io.github.dockeraudit.compose.Shape.MappingShape;
import io.github.dockeraudit.source.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a merged tree against the compose specification. */
final class Validator {

  private static final String TOP_LEVEL = "the top level";

  private final Problems problems;

  /** How to put all of a file below one section; null until it is asked for. */
  private Optional<Correction> wrapped;

  Validator(Problems problems) {
    this.problems = problems;
  }

  /** Reports everything in a whole file that the specification does not allow. */
  void check(Mapping root) {
    wrapped = null;
    check(root, Specification.PROJECT, new Key(root.range(), TOP_LEVEL));
  }

  /** Reports everything in a value that the specification does not allow at its place. */
  void check(Node value, Shape shape) {
    check(value, shape, new Key(value.range(), ""));
  }

  private void check(Node node, Shape shape, Key key) {
    if (shape.isAny() || problems.isFull()) {
      return;
    }
    if (node instanceof Scalar) {
      checkScalar((Scalar) node, shape, key);
    } else if (node instanceof Sequence && shape.list() != null) {
      checkList((Sequence) node, shape.list(), key);
    } else if (node instanceof Mapping && shape.mapping() != null) {
      checkMapping((Mapping) node, shape.mapping(), key);
    } else {
      String found = node instanceof Mapping ? "a mapping" : "a list";
      problems.report(node, "'%s' must be %s, not %s".formatted(key, shape.phrase(), found));
    }
  }

  private void checkScalar(Scalar scalar, Shape shape, Key key) {
    if (shape.accepts(scalar)) {
      return;
    }
    if (scalar.isNull()) {
      problems.report(
          key.range(), "'%s' has no value; give it %s or remove it".formatted(key, shape.phrase()));
      return;
    }
    String message =
        "'%s' must be %s, not '%s'".formatted(key, shape.phrase(), shown(scalar))
            + remedyFor(scalar, shape);
    if (scalar.interpolations().isEmpty()) {
      problems.report(scalar.site(), message, correction(scalar, shape));
    } else {
      problems.report(scalar, message);
    }
  }

  private static Optional<Correction> correction(Scalar scalar, Shape shape) {
    return shape.scalars().contains(ScalarType.STRING)
        ? Corrections.quote(scalar)
        : Corrections.rename(scalar.site(), scalar.text(), shape.words());
  }

  /** As it is written if it holds variables: their values may be secrets. */
  private static String shown(Scalar scalar) {
    return abbreviated(scalar.interpolations().isEmpty() ? scalar.text() : scalar.raw());
  }

  private static String remedyFor(Scalar scalar, Shape shape) {
    if (shape.scalars().contains(ScalarType.STRING)) {
      return "; put it in quotes";
    }
    return Suggestion.closest(scalar.text(), shape.words())
        .map(word -> "; did you mean '%s'?".formatted(word))
        .orElse("");
  }

  private static String abbreviated(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 30 ? line.substring(0, 30) + "..." : line;
  }

  private void checkList(Sequence list, ListShape shape, Key key) {
    list.items().forEach(item -> check(item, shape.item(), new Key(item.site(), key.name())));
    if (shape.distinct()) {
      checkDistinct(list);
    }
  }

  private void checkDistinct(Sequence list) {
    Map<String, Scalar> first = new HashMap<>();
    list.scalars()
        .forEachOrdered(
            item -> {
              Scalar earlier = first.putIfAbsent(item.kind() + item.text(), item);
              if (earlier != null) {
                problems.report(
                    item,
                    "This is already listed in line %s; remove one of the two"
                        .formatted(earlier.site().from().line()));
              }
            });
  }

  private void checkMapping(Mapping mapping, MappingShape shape, Key key) {
    for (Entry entry : mapping.entries()) {
      Attribute attribute = shape.attribute(entry.name());
      if (attribute == null) {
        reportUnknown(entry, mapping, shape, key);
      } else if (shape.named() && !Values.isName(entry.name())) {
        problems.report(
            entry.key().range(),
            "'%s' is no name; use letters, digits, '.', '_' and '-'".formatted(entry.name()));
      } else {
        check(entry.value(), attribute.shape(), entry.key());
      }
    }
    for (Attribute attribute : shape.attributes().values()) {
      if (attribute.required() && !mapping.has(attribute.name())) {
        problems.report(key.range(), "'%s' lacks '%s'; add it".formatted(key, attribute.name()));
      }
    }
  }

  private void reportUnknown(Entry unknown, Mapping mapping, MappingShape shape, Key parent) {
    String name = abbreviated(unknown.name());
    if (parent.name().equals(TOP_LEVEL) && looksLikeService(unknown.value())) {
      problems.report(
          unknown.key().range(),
          "'%s' is no section; move it below 'services'".formatted(name),
          wrapped(mapping));
      return;
    }
    String hint =
        Suggestion.closest(unknown.name(), List.copyOf(shape.attributes().keySet()))
            .map(meant -> "did you mean '%s'?".formatted(meant))
            .orElse(shape.extensible() ? "remove it or begin it with 'x-'" : "remove it");
    problems.report(
        unknown.key().range(),
        parent.name().equals(TOP_LEVEL)
            ? "'%s' is not known at %s; %s".formatted(name, parent, hint)
            : "'%s' is not known in '%s'; %s".formatted(name, parent, hint),
        Corrections.rename(unknown, mapping, shape));
  }

  private Optional<Correction> wrapped(Mapping root) {
    if (wrapped == null) {
      boolean isAll =
          root.entries().size() <= Corrections.MOST_NAMES
              && root.entries().stream().allMatch(entry -> looksLikeService(entry.value()));
      wrapped = isAll ? Corrections.wrap(root) : Optional.empty();
    }
    return wrapped;
  }

  private static boolean looksLikeService(Node value) {
    return value.asMapping().filter(body -> body.has("image") || body.has("build")).isPresent();
  }
}
