package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private EndOfLife() {}

  /**
   * The releases that an image names: first the product, then what it runs on. {@code
   * golang:1.19-alpine3.16} names Go 1.19 and Alpine 3.16. Empty if it names none, or none that the
   * table has.
   */
  public static List<Release> releases(ImageReference image) {
    String repository = Repository.of(image);
    Optional<ImageTag> tag = image.tag().map(ImageTag::new);
    Map<String, Release> byProduct = new LinkedHashMap<>();
    Stream.of(
            tag.flatMap(t -> ofProduct(repository, t)),
            Repository.release(repository).flatMap(EndOfLife::release),
            tag.flatMap(ImageTag::runtime).flatMap(EndOfLife::release),
            Repository.distribution(repository).flatMap(EndOfLife::release),
            tag.flatMap(ImageTag::distribution).flatMap(EndOfLife::release))
        .flatMap(Optional::stream)
        .forEach(release -> byProduct.putIfAbsent(release.product(), release));
    return List.copyOf(byProduct.values());
  }

  /** Those releases of an image whose support is over on a day. */
  public static List<Release> ended(ImageReference image, LocalDate today) {
    return releases(image).stream().filter(release -> release.hasEndedBy(today)).toList();
  }

  /**
   * The release that a version of a product belongs to; empty if the table does not say.
   *
   * @param product the product as endoflife.date names it, such as {@code spring-boot}
   * @param version a version, such as {@code 3.2.5}, or a codename
   */
  public static Optional<Release> release(String product, String version) {
    return Optional.ofNullable(Products.BY_ID.get(product))
        .flatMap(p -> p.named(version).or(() -> p.release(Version.startOf(version))));
  }

  private static Optional<Release> release(ImageTag.Named named) {
    return release(named.product(), named.cycle());
  }

  private static Optional<Release> ofProduct(String repository, ImageTag tag) {
    Product product = Products.BY_IMAGE.get(repository);
    if (product == null) {
      return Optional.empty();
    }
    String word = VERSION_WORD.get(repository);
    if (word != null) {
      return product.release(tag.versionAfter(word));
    }
    return tag.parts().stream()
        .map(product::named)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> product.release(tag.version(VERSION_PREFIX.getOrDefault(product.id(), ""))));
  }

  /** The table, read on first use. */
  private static final class Products {

    static final Map<String, Product> BY_ID =
        Table.rows("end-of-life.tsv", 4).stream()
            .map(Product::of)
            .collect(Collectors.toMap(Product::id, Function.identity()));

    static final Map<String, Product> BY_IMAGE =
        BY_ID.values().stream()
            .flatMap(product -> product.images().stream().map(image -> Map.entry(image, product)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
