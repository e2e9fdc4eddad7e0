package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file that variables of a service are read from.
 *
 * @param range the item as written
 * @param path the path, relative to the file that names it
 * @param required whether compose refuses to go on without it; true by default
 */
public record EnvFile(SourceRange range, Scalar path, boolean required) implements Located {

  static List<EnvFile> read(Node node) {
    Stream<Node> items =
        node instanceof Sequence ? ((Sequence) node).items().stream() : Stream.of(node);
    return items.flatMap(EnvFile::of).toList();
  }

  private static Stream<EnvFile> of(Node item) {
    if (item instanceof Mapping) {
      Mapping options = (Mapping) item;
      boolean required =
          options.scalar("required").filter(Scalar::isKnown).map(Scalar::isTrue).orElse(true);
      return options.scalar("path").stream().map(path -> new EnvFile(item.range(), path, required));
    }
    return item.isNull()
        ? Stream.empty()
        : item.asScalar().stream().map(path -> new EnvFile(path.range(), path, true));
  }
}
