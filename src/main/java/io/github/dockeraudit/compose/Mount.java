package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/**
 * One item of {@code volumes}, short or long.
 *
 * @param item the item as written
 * @param type what is mounted
 * @param source the path on the host for a bind, the name of a volume, or an image; empty for an
 *     anonymous volume and for memory
 * @param target the path in the container
 * @param readOnly whether the container cannot write to it
 */
public record Mount(Node item, Type type, Optional<Scalar> source, Scalar target, boolean readOnly)
    implements Located {

  /** Where the item stands. */
  @Override
  public SourceRange range() {
    return item.range();
  }

  /** What is mounted. */
  public enum Type {
    /** A file or folder of the host. */
    BIND,
    /** A volume, named or anonymous. */
    VOLUME,
    /** Memory. */
    TMPFS,
    /** A named pipe of Windows. */
    NPIPE,
    /** A volume of a cluster. */
    CLUSTER,
    /** The content of an image. */
    IMAGE
  }
}
