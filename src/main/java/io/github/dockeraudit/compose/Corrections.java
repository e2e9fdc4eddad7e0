package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Problem.Correction;
import io.github.dockeraudit.compose.Shape.MappingShape;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.Suggestion;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.ScalarKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was most likely meant by what compose refuses, so far as the file would then be read. */
final class Corrections {

  /** Of more names nobody knows which is meant, and a hostile file could have millions. */
  static final int MOST_NAMES = 200;

  private static final String STEP = "  ";

  private Corrections() {}

  /**
   * The one known key that is near enough, if it is not there yet and its value may be this one.
   */
  static Optional<Correction> rename(Entry unknown, Mapping mapping, MappingShape shape) {
    return Suggestion.only(unknown.name(), List.copyOf(shape.attributes().keySet()))
        .filter(meant -> !mapping.has(meant))
        .filter(meant -> allows(unknown.value(), shape.attributes().get(meant).shape()))
        .flatMap(meant -> rename(unknown.key().range(), unknown.name(), meant));
  }

  private static boolean allows(Node value, Shape shape) {
    Problems problems = new Problems();
    new Validator(problems).check(value, shape);
    return problems.isEmpty();
  }

  /** The one declared name that is near enough. */
  static Optional<Correction> rename(SourceRange place, String name, List<String> declared) {
    return Suggestion.only(name, declared).flatMap(meant -> rename(place, name, meant));
  }

  /** Only where the name stands as it is, be it in quotes. */
  private static Optional<Correction> rename(SourceRange place, String name, String meant) {
    int at = place.text().indexOf(name);
    if (at < 0 || place.text().length() - name.length() > 2) {
      return Optional.empty();
    }
    SourceRange word = place.source().range(place.start() + at, place.start() + at + name.length());
    return Optional.of(
        new Correction("Say '%s'".formatted(meant), false, List.of(word.replaceWith(meant))));
  }

  /** Makes a string of what YAML takes for something else: its text is what was meant. */
  static Optional<Correction> quote(Scalar scalar) {
    boolean isPlain =
        scalar.kind() != ScalarKind.STRING
            && scalar.raw().equals(scalar.text())
            && scalar.site().equals(scalar.range());
    return isPlain
        ? Optional.of(
            new Correction(
                "Put it in quotes",
                true,
                List.of(scalar.range().replaceWith('"' + scalar.raw() + '"'))))
        : Optional.empty();
  }

  /** Puts all of a file that knows no sections, as those of the first version, below one. */
  static Optional<Correction> wrap(Mapping root) {
    Source file = root.range().source();
    List<Entry> entries = List.copyOf(root.entries());
    int start = entries.get(0).key().range().start();
    boolean isOneText =
        entries.stream().allMatch(entry -> entry.key().range().source() == file)
            && file.position(start).column() == 1
            && file.text().lines().noneMatch(line -> line.startsWith("---", 0) && start == 0);
    return isOneText && isReadBelowServices(root)
        ? Optional.of(
            new Correction(
                "Move the services below 'services'", false, List.of(indented(file, start))))
        : Optional.empty();
  }

  private static boolean isReadBelowServices(Mapping root) {
    Map<String, Entry> only = new LinkedHashMap<>();
    only.put("services", new Entry(new Key(root.range(), "services"), root));
    Problems problems = new Problems();
    Mapping whole = root.with(only);
    new Validator(problems).check(whole);
    new Consistency(whole, problems).check();
    return problems.isEmpty();
  }

  private static TextEdit indented(Source file, int start) {
    SourceRange all = file.range(start, file.text().length());
    String ending = file.lineEnding();
    String indented =
        all.text()
            .lines()
            .map(line -> line.isBlank() ? line : STEP + line)
            .collect(Collectors.joining(ending));
    String end = all.text().endsWith("\n") ? ending : "";
    return all.replaceWith("services:" + ending + indented + end);
  }
}
