package io.github.dockeraudit.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the items of {@code volumes} of a service in their short and long form. */
final class MountReader {

  private MountReader() {}

  static List<Mount> read(Node volumes) {
    List<Mount> read = new ArrayList<>();
    for (Node item : volumes.asSequence().map(Sequence::items).orElse(List.of())) {
      if (item instanceof Mapping) {
        readLong((Mapping) item).ifPresent(read::add);
      } else if (item instanceof Scalar && !item.isNull()) {
        readShort((Scalar) item).ifPresent(read::add);
      }
    }
    return read;
  }

  private static Optional<Mount> readLong(Mapping item) {
    Optional<Scalar> target = item.scalar("target");
    if (target.isEmpty()) {
      return Optional.empty();
    }
    return item.scalar("type")
        .flatMap(type -> typeOf(type.text()))
        .map(
            type ->
                new Mount(
                    item.range(),
                    type,
                    item.scalar("source"),
                    target.get(),
                    item.scalar("read_only").map(Scalar::isTrue).orElse(false)));
  }

  private static Optional<Mount.Type> typeOf(String text) {
    for (Mount.Type type : Mount.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** {@code [SOURCE:]TARGET[:OPTIONS]}, where a drive letter's colon separates nothing. */
  private static Optional<Mount> readShort(Scalar item) {
    List<Scalar> parts = split(item);
    if (parts.isEmpty() || parts.size() > 3) {
      return Optional.empty();
    }
    if (parts.size() == 1) {
      return Optional.of(
          new Mount(item.range(), Mount.Type.VOLUME, Optional.empty(), parts.get(0), false));
    }
    Scalar source = parts.get(0);
    boolean readOnly = parts.size() == 3 && List.of(parts.get(2).text().split(",")).contains("ro");
    return Optional.of(
        new Mount(
            item.range(),
            isPath(source.text()) ? Mount.Type.BIND : Mount.Type.VOLUME,
            Optional.of(source),
            parts.get(1),
            readOnly));
  }

  private static List<Scalar> split(Scalar item) {
    String text = item.text();
    if (text.length() <= 2) {
      return text.isEmpty() ? List.of() : List.of(item.part(0, text.length()));
    }
    List<Scalar> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && (text.charAt(i) != ':' || isDrive(text, start, i))) {
        continue;
      }
      if (start == i) {
        return List.of();
      }
      parts.add(item.part(start, i));
      start = i + 1;
    }
    return parts;
  }

  /** Whether the source of a mount is a path on the host and not the name of a volume. */
  static boolean isPath(String source) {
    char first = source.isEmpty() ? 0 : source.charAt(0);
    return first == '.'
        || first == '/'
        || first == '~'
        || source.startsWith("\\\\")
        || source.length() > 1 && source.charAt(1) == ':' && isDrive(source, 0, 1);
  }

  private static boolean isDrive(String text, int start, int colon) {
    return colon == start + 1 && Character.isLetter(text.charAt(start));
  }
}
