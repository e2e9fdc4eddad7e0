package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/**
 * The service that another one takes its values from.
 *
 * @param range the value of {@code extends}
 * @param service the name of the service; empty if it is missing
 * @param file the file that it stands in, relative to the file that names it; empty means the same
 */
public record Extends(SourceRange range, Optional<Scalar> service, Optional<Scalar> file)
    implements Located {

  static Extends read(Node node) {
    return new Extends(
        node.range(),
        node.asScalar().or(() -> node.asMapping().flatMap(mapping -> mapping.scalar("service"))),
        node.asMapping().flatMap(mapping -> mapping.scalar("file")));
  }
}
