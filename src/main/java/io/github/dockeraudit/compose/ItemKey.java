package io.github.dockeraudit.compose;

import java.util.List;
import java.util.Optional;

/**
 * By what an item of a list is known: of several items with the same key compose keeps the last, in
 * the place of the first.
 */
enum ItemKey {
  /** By nothing: all items stay. */
  NONE {
    @Override
    String of(Node item) {
      throw new UnsupportedOperationException();
    }
  },
  /** The text before an equals sign. */
  NAME {
    @Override
    String of(Node item) {
      String text = text(item);
      int equals = text.indexOf('=');
      return equals < 0 ? text : text.substring(0, equals);
    }
  },
  /** The path of a file. */
  PATH {
    @Override
    String of(Node item) {
      return option(item, "path").orElseGet(() -> text(item));
    }
  },
  /** Address, both ports and protocol. */
  PORT {
    @Override
    String of(Node item) {
      return PortReader.readItem(item)
          .map(
              port ->
                  port.hostIp().orElse("0.0.0.0")
                      + ":"
                      + port.published().map(PortRange::toString).orElse("")
                      + ":"
                      + port.target()
                      + "/"
                      + port.protocol())
          .orElseGet(() -> text(item));
    }
  },
  /** The path of a mount in the container. */
  TARGET {
    @Override
    String of(Node item) {
      return MountReader.readItem(item)
          .map(mount -> mount.target().text())
          .orElseGet(() -> text(item));
    }
  },
  /** The path of a device in the container. */
  DEVICE {
    @Override
    String of(Node item) {
      return option(item, "target")
          .orElseGet(
              () -> {
                List<String> parts = List.of(text(item).split(":", -1));
                return parts.size() == 1 ? parts.get(0) : parts.get(1);
              });
    }
  },
  /** Where a secret is mounted. */
  SECRET {
    @Override
    String of(Node item) {
      return mountedAt(item, "/run/secrets/");
    }
  },
  /** Where a config is mounted. */
  CONFIG {
    @Override
    String of(Node item) {
      return mountedAt(item, "/");
    }
  };

  /** The key of an item; some text for an item that has none of the right form. */
  abstract String of(Node item);

  private static String mountedAt(Node item, String folder) {
    return option(item, "target")
        .orElseGet(() -> folder + option(item, "source").orElseGet(() -> text(item)));
  }

  private static Optional<String> option(Node item, String name) {
    return item.asMapping().flatMap(mapping -> mapping.scalar(name)).map(Scalar::text);
  }

  /** The text of a scalar; for anything else its place, so that it is like no other. */
  private static String text(Node item) {
    return item.asScalar().map(Scalar::text).orElseGet(() -> item.site().toString());
  }
}
