package io.github.dockeraudit.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One product of the end-of-life table, with its release cycles from the oldest to the newest. */
final class Product {

  /** Their cycles are not in the order of their numbers, or not versions at all. */
  private static final Set<String> IRREGULAR =
      Set.of("mssqlserver", "opensuse", "ubuntu", "windows-nano-server", "windows-server-core");

  private final String id;
  private final String title;
  private final List<String> images;
  private final String cycleCell;

  /** Parsed on first use: an audit asks for a few of a hundred products. */
  private List<Release> cycles;

  private Product(String id, String title, List<String> images, String cycleCell) {
    this.id = id;
    this.title = title;
    this.images = images;
    this.cycleCell = cycleCell;
  }

  /** A product from its row: id, title, images, and cycles as {@code cycle:end:codename:lts}. */
  static Product of(String[] row) {
    return new Product(row[0], row[1], words(row[2]), row[3]);
  }

  String id() {
    return id;
  }

  /** The repositories whose tags are versions of this product. */
  List<String> images() {
    return images;
  }

  /** The release that goes by a name: its codename, or its cycle where that is no version. */
  Optional<Release> named(String name) {
    return cycles().stream()
        .filter(
            release ->
                release.codename().filter(name::equals).isPresent()
                    || release.version().isNone() && release.cycle().equals(name))
        .findFirst();
  }

  /**
   * The release that a version belongs to; empty if the table does not say.
   *
   * <p>{@code 3.10.2} belongs to {@code 3.10}. {@code 2} is the newest of all {@code 2.x}, once
   * there is a 3 and no new 2.x can come. A version that the table leaves out, but that is older
   * than one in it, ended with that one or before: the table has all that were supported when it
   * was made.
   */
  Optional<Release> release(Version version) {
    if (version.isNone()) {
      return Optional.empty();
    }
    Optional<Release> listed = listed(version);
    if (listed.isPresent() || IRREGULAR.contains(id)) {
      return listed;
    }
    return isListed(version) ? newestOf(version) : olderThanListed(version);
  }

  private Optional<Release> listed(Version version) {
    return cycles().stream()
        .filter(release -> !release.version().isNone() && version.isWithin(release.version()))
        .max(Comparator.comparingInt(release -> release.version().length()));
  }

  private Optional<Release> newestOf(Version line) {
    Optional<Release> newest = Optional.empty();
    for (Release release : cycles()) {
      if (release.version().isWithin(line)) {
        newest = Optional.of(release);
      } else if (newest.isPresent()) {
        return newest;
      }
    }
    return Optional.empty();
  }

  /** Within its own line if the table has some of it, else anywhere. */
  private Optional<Release> olderThanListed(Version version) {
    Version line = version.first(1);
    boolean lineIsListed = isListed(line);
    return cycles().stream()
        .filter(release -> release.version().compareTo(version) > 0)
        .filter(release -> !lineIsListed || release.version().isWithin(line))
        .findFirst()
        .map(next -> next.predecessor(version.first(next.version().length()).toString()));
  }

  private boolean isListed(Version line) {
    return cycles().stream().anyMatch(release -> release.version().isWithin(line));
  }

  private List<Release> cycles() {
    List<Release> parsed = cycles;
    if (parsed == null) {
      parsed = words(cycleCell).stream().map(cycle -> cycle(cycle.split(":", -1))).toList();
      cycles = parsed;
    }
    return parsed;
  }

  private Release cycle(String[] parts) {
    String name = parts.length > 2 ? parts[2] : "";
    boolean longTerm = parts.length > 3;
    return switch (parts[1]) {
      case "ended" -> new Release(id, title, parts[0], name, longTerm, Release.End.LONG_AGO, null);
      case "open" -> new Release(id, title, parts[0], name, longTerm, Release.End.OPEN, null);
      default ->
          new Release(
              id, title, parts[0], name, longTerm, Release.End.ON_DAY, LocalDate.parse(parts[1]));
    };
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }
}
