package io.github.dockeraudit.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the items of {@code volumes} of a service in their short and long form. */
final class MountReader {

  private final Problems problems;

  private MountReader(Problems problems) {
    this.problems = problems;
  }

  /** The items that are mounts. */
  static List<Mount> read(Node volumes) {
    return volumes.asSequence().map(Sequence::items).orElse(List.of()).stream()
        .flatMap(item -> readItem(item).stream())
        .toList();
  }

  static Optional<Mount> readItem(Node item) {
    return readItem(item, new Problems());
  }

  /** Reads one item and reports why it is no mount, if it is none. */
  static Optional<Mount> readItem(Node item, Problems problems) {
    MountReader reader = new MountReader(problems);
    if (item instanceof Mapping) {
      return reader.readLong((Mapping) item);
    }
    return item.isNull() ? Optional.empty() : item.asScalar().flatMap(reader::readShort);
  }

  private Optional<Mount> readLong(Mapping mount) {
    Optional<Scalar> target = mount.scalar("target");
    if (target.isEmpty()) {
      return refuse(mount, "'target' is missing; add the path in the container");
    }
    return mount
        .scalar("type")
        .flatMap(type -> typeOf(type.text()))
        .map(
            type ->
                new Mount(
                    mount,
                    type,
                    mount.scalar("source"),
                    target.get(),
                    mount.scalar("read_only").map(Scalar::isTrue).orElse(false)));
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
  private Optional<Mount> readShort(Scalar mount) {
    List<Scalar> parts = split(mount);
    if (parts.stream().anyMatch(part -> part.text().isEmpty())) {
      return refuse(mount, "A part of the volume is empty; write SOURCE:TARGET");
    }
    if (parts.size() > 3) {
      return refuse(mount, "The volume has too many colons; write SOURCE:TARGET:OPTIONS");
    }
    if (parts.size() == 1) {
      return Optional.of(
          new Mount(mount, Mount.Type.VOLUME, Optional.empty(), parts.get(0), false));
    }
    Scalar source = parts.get(0);
    return Optional.of(
        new Mount(
            mount,
            isPath(source.text()) ? Mount.Type.BIND : Mount.Type.VOLUME,
            Optional.of(source),
            parts.get(1),
            parts.size() == 3 && isReadOnly(parts.get(2).text())));
  }

  /** Of {@code ro} and {@code rw} the last one counts. */
  private static boolean isReadOnly(String options) {
    List<String> all = List.of(options.split(","));
    return all.lastIndexOf("ro") > all.lastIndexOf("rw");
  }

  private Optional<Mount> refuse(Node place, String message) {
    problems.report(place, message);
    return Optional.empty();
  }

  private static List<Scalar> split(Scalar mount) {
    String text = mount.text();
    if (text.length() <= 2) {
      return List.of(mount.part(0, text.length()));
    }
    List<Scalar> parts = new ArrayList<>();
    int start = 0;
    for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
      if (!isDrive(text, start, i)) {
        parts.add(mount.part(start, i));
        start = i + 1;
      }
    }
    parts.add(mount.part(start, text.length()));
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
