package io.github.dockeraudit.facts;

import java.time.LocalDate;
import java.util.ArrayList;
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
  private final List<Release> cycles = new ArrayList<>();

  private Product(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** A product from its row: id, title, and cycles parted by spaces, see {@link Release#of}. */
  static Product of(Table.Row row) {
    Product product = new Product(row.cell(0), row.cell(1));
    for (String cycle : row.cell(2).split(" ")) {
      product.cycles.add(Release.of(product, cycle));
    }
    return product;
  }

  String id() {
    return id;
  }

  /** The product as its makers write it. */
  String title() {
    return title;
  }

  /** The release that goes by a name: its codename, or its cycle where that is no version. */
  Optional<Release> named(String name) {
    for (Release release : cycles) {
      boolean isName = release.version().isNone() && release.cycle().equals(name);
      if (isName || !name.isEmpty() && release.goesBy(name)) {
        return Optional.of(release);
      }
    }
    return Optional.empty();
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

  /** The newest release that is supported on a day, of those that are supported long if any is. */
  Optional<Release> newest(LocalDate today) {
    Release newest = null;
    for (Release release : cycles) {
      boolean isPreferred = newest == null || release.isLongTerm() || !newest.isLongTerm();
      newest = isPreferred && !release.hasEndedBy(today) ? release : newest;
    }
    return Optional.ofNullable(newest);
  }

  /**
   * The release that is supported on a day and comes next after one: the first that is supported
   * long, or else the first. Where a release is a part of a major version, it is of the same.
   */
  Optional<Release> next(Release ended, LocalDate today) {
    Release next = null;
    for (Release release : cycles) {
      boolean isNewer = release.version().compareTo(ended.version()) > 0;
      if (isNewer && !release.hasEndedBy(today) && isOfSameLine(release, ended)) {
        if (release.isLongTerm()) {
          return Optional.of(release);
        }
        next = next == null ? release : next;
      }
    }
    return Optional.ofNullable(next);
  }

  /** Ubuntu's releases are years. */
  private boolean isOfSameLine(Release release, Release ended) {
    return release.version().length() == 1
        || id.equals("ubuntu")
        || release.version().first(1).equals(ended.version().first(1));
  }

  private Optional<Release> listed(Version version) {
    Release narrowest = null;
    int length = 0;
    for (Release release : cycles) {
      if (release.version().length() > length && version.isWithin(release.version())) {
        narrowest = release;
        length = release.version().length();
      }
    }
    return Optional.ofNullable(narrowest);
  }

  private Optional<Release> newestOf(Version line) {
    Release newest = null;
    for (Release release : cycles) {
      if (release.version().isWithin(line)) {
        newest = release;
      } else if (newest != null) {
        return Optional.of(newest);
      }
    }
    return Optional.empty();
  }

  /** Within its own line if the table has some of it, else anywhere. */
  private Optional<Release> olderThanListed(Version version) {
    Version line = version.first(1);
    boolean lineIsListed = isListed(line);
    for (Release release : cycles) {
      Version next = release.version();
      if (next.compareTo(version) > 0 && (!lineIsListed || next.isWithin(line))) {
        return Optional.of(release.predecessor(version.first(next.length())));
      }
    }
    return Optional.empty();
  }

  private boolean isListed(Version line) {
    for (Release release : cycles) {
      if (release.version().isWithin(line)) {
        return true;
      }
    }
    return false;
  }
}
