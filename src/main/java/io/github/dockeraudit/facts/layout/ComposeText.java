package io.github.dockeraudit.facts.layout;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One compose file as it stands there.
 *
 * @param file the file
 * @param root what it holds
 */
public record ComposeText(ComposeFile file, YamlMapping root) {

  private static final Fact<Deployment, List<ComposeText>> OF_DEPLOYMENT =
      Fact.of(ComposeText::read);

  /** The files of a deployment that hold something, one document each. */
  public static Stream<ComposeText> in(Deployment deployment) {
    return OF_DEPLOYMENT.about(deployment).stream();
  }

  private static List<ComposeText> read(Deployment deployment) {
    return deployment.files().stream()
        .filter(file -> file.yaml().problems().isEmpty() && file.yaml().documents().size() == 1)
        .flatMap(
            file ->
                mapping(file.yaml().documents().get(0)).map(root -> new ComposeText(file, root)))
        .toList();
  }

  /** The sections that are there. */
  public Stream<YamlEntry> sections() {
    return root.written().stream();
  }

  /** The services, where they are written. */
  public Stream<YamlEntry> services() {
    return root.get("services").stream()
        .flatMap(ComposeText::mapping)
        .flatMap(services -> services.written().stream());
  }

  /** The attributes of a name that services have here. */
  public Stream<YamlEntry> attributes(String name) {
    return services()
        .flatMap(service -> mapping(service.value()))
        .flatMap(body -> body.writtenEntry(name).stream());
  }

  /** The items of a list that services have here, each that stands there itself. */
  public Stream<YamlNode> items(String name) {
    return attributes(name)
        .map(YamlEntry::value)
        .filter(value -> value instanceof YamlSequence && !value.isAlias())
        .flatMap(list -> ((YamlSequence) list).items().stream())
        .filter(item -> !item.isAlias());
  }

  /** The entries of a mapping that stands there itself. */
  public Stream<YamlEntry> entries(YamlNode node) {
    return mapping(node).flatMap(mapping -> mapping.written().stream());
  }

  /** All keys and values that are no mapping or list, each where it is written. */
  public Stream<YamlScalar> scalars() {
    List<YamlScalar> found = new ArrayList<>();
    Deque<YamlNode> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      YamlNode node = open.pop();
      if (node.isAlias()) {
        continue;
      }
      if (node instanceof YamlScalar scalar) {
        found.add(scalar);
      } else if (node instanceof YamlSequence sequence) {
        open.addAll(sequence.items());
      } else if (node instanceof YamlMapping mapping) {
        for (YamlEntry entry : mapping.written()) {
          open.add(entry.key());
          open.add(entry.value());
        }
      }
    }
    return found.stream();
  }

  /**
   * The place above an entry, and the comments that belong to it, where a blank line is missing;
   * empty if there is one, or the entry has no line of its own.
   */
  public Optional<SourceRange> withoutBlankLineAbove(YamlEntry entry) {
    SourceRange key = entry.key().range();
    Source source = key.source();
    int line = key.from().line();
    if (!isBlank(source.range(source.lineStart(line), key.start()).text())) {
      return Optional.empty();
    }
    int indentation = key.start() - source.lineStart(line);
    while (line > 1 && commentColumn(source.line(line - 1).text()) == indentation) {
      line--;
    }
    int top = line;
    while (top > 1 && isWithin(commentColumn(source.line(top - 1).text()), indentation)) {
      top--;
    }
    int start = source.lineStart(line);
    return top == 1 || isBlank(source.line(top - 1).text())
        ? Optional.empty()
        : Optional.of(source.range(start, start));
  }

  /** A comment that is indented less speaks of what is below it, too. */
  private static boolean isWithin(int column, int indentation) {
    return column >= 0 && column <= indentation;
  }

  /** The column of a line that is nothing but a comment; -1 for any other. */
  private static int commentColumn(String line) {
    int column = line.indexOf('#');
    return column >= 0 && isBlank(line.substring(0, column)) ? column : -1;
  }

  private static boolean isBlank(String text) {
    return text.isBlank();
  }

  /** The node as a mapping that stands there itself. */
  static Stream<YamlMapping> mapping(YamlNode node) {
    return node instanceof YamlMapping mapping && !node.isAlias()
        ? Stream.of(mapping)
        : Stream.empty();
  }

  /** The way to a place in it. */
  public Optional<YamlPath> path(Located place) {
    return file.yaml().path(place.range());
  }
}
