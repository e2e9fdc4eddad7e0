package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.source.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which releases an image is made of, by its name and tag, and when their support ends.
 *
 * <p>Dates come from the table alone. A tag that names no release ({@code latest}, {@code stable},
 * {@code lts}, a commit) gives none.
 *
 * @see <a href="https://endoflife.date">endoflife.date</a>
 */
public final class EndOfLife {

  /** Words that stand before the version in the tags of a product. */
  private static final Map<String, String> VERSION_PREFIX =
      Map.of(
          "centos", "centos",
          "centos-stream", "stream",
          "ibm-semeru", "open-",
          "windows-nano-server", "ltsc",
          "windows-server-core", "ltsc");

  /** Images whose tags begin with a version of their own; that of the product follows a word. */
  private static final Map<String, String> VERSION_WORD =
      Map.of("docker.io/pgvector/pgvector", "pg", "docker.io/timescale/timescaledb", "pg");

  private static final Fact<ImageReference, List<Release>> OF_IMAGE = Fact.of(EndOfLife::find);

  private EndOfLife() {}

  /**
   * The releases that an image names: first the product, then what it runs on. {@code
   * golang:1.19-alpine3.16} names Go 1.19 and Alpine 3.16. Empty if it names none, or none that the
   * table has.
   */
  public static List<Release> releases(ImageReference image) {
    return OF_IMAGE.about(image);
  }

  private static List<Release> find(ImageReference image) {
    String repository = Repository.of(image);
    Optional<ImageTag> tag = image.tag().map(ImageTag::new);
    List<Release> releases = new ArrayList<>(2);
    add(tag.flatMap(t -> ofTag(repository, t)), releases);
    add(release(Repository.release(repository)), releases);
    add(release(tag.flatMap(ImageTag::runtime)), releases);
    add(release(Repository.distribution(repository)), releases);
    add(release(tag.flatMap(ImageTag::distribution)), releases);
    return List.copyOf(releases);
  }

  /** Those releases of an image whose support is over on a day. */
  public static List<Release> ended(ImageReference image, LocalDate today) {
    List<Release> ended = new ArrayList<>(0);
    for (Release release : releases(image)) {
      if (release.hasEndedBy(today)) {
        ended.add(release);
      }
    }
    return ended;
  }

  /**
   * The release that a version of a product belongs to; empty if the table does not say.
   *
   * @param product the product as endoflife.date names it, such as {@code spring-boot}
   * @param version a version, such as {@code 3.2.5}, or a codename
   */
  public static Optional<Release> release(String product, String version) {
    return product(product)
        .flatMap(p -> p.named(version).or(() -> p.release(Version.startOf(version))));
  }

  private static Optional<Release> release(Optional<ImageTag.Named> named) {
    return named.flatMap(n -> release(n.product(), n.cycle()));
  }

  private static Optional<Release> ofTag(String repository, ImageTag tag) {
    return Table.first(Tables.IMAGES.rows(repository))
        .flatMap(row -> product(row.cell(1)))
        .flatMap(product -> ofTag(product, VERSION_WORD.get(repository), tag));
  }

  private static Optional<Release> ofTag(Product product, String word, ImageTag tag) {
    if (word != null) {
      return product.release(tag.versionAfter(word));
    }
    for (String part : tag.parts()) {
      Optional<Release> named = product.named(part);
      if (named.isPresent()) {
        return named;
      }
    }
    return product.release(tag.version(VERSION_PREFIX.getOrDefault(product.id(), "")));
  }

  /** The product that an image is of by its name; empty if the table has none. */
  static Optional<Product> product(ImageReference image) {
    return Table.first(Tables.IMAGES.rows(Repository.of(image)))
        .flatMap(row -> product(row.cell(1)));
  }

  private static Optional<Product> product(String id) {
    return Optional.ofNullable(Tables.READ.computeIfAbsent(id, Tables::product));
  }

  /** The tag may say again what the repository says, as in {@code ubuntu:jammy}. */
  private static void add(Optional<Release> found, List<Release> releases) {
    for (Release release : releases) {
      if (found.isPresent() && release.product().equals(found.get().product())) {
        return;
      }
    }
    found.ifPresent(releases::add);
  }

  /** The tables, read on first use. */
  private static final class Tables {
    static final Table PRODUCTS = Table.read("end-of-life.tsv");
    static final Table IMAGES = Table.read("release-images.tsv");

    /** The products of the table that were asked for, by their ids. */
    static final Map<String, Product> READ = new ConcurrentHashMap<>();

    /** Null if the table has no such product. */
    static Product product(String id) {
      return Table.first(PRODUCTS.rows(id)).map(Product::of).orElse(null);
    }
  }
}
